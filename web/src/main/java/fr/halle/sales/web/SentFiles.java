package fr.halle.sales.web;

import fr.halle.sales.service.NewFile;
import fr.halle.sales.service.RequestFiles;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The files of a form, read no further than to see that one of them, or all together, are more than may be sent. */
final class SentFiles {

    private SentFiles() {}

    static List<NewFile> of(HttpServletRequest request) throws IOException, ServletException {
        List<NewFile> files = new ArrayList<>();
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/form-data")) {
            return files;
        }
        long together = 0;
        for (Part part : request.getParts()) {
            String name = part.getSubmittedFileName();
            // A field for files that holds none is sent all the same.
            if (!part.getName().equals("file") || name == null || name.isEmpty() && part.getSize() == 0) {
                continue;
            }
            try (InputStream content = part.getInputStream()) {
                byte[] bytes = content.readNBytes(RequestFiles.MOST_BYTES + 1);
                files.add(new NewFile(name, bytes));
                together += bytes.length;
            }
            if (together > RequestFiles.MOST_TOGETHER || files.size() > RequestFiles.MOST_FILES) {
                // It is refused for these already: what follows need not be in memory.
                break;
            }
        }
        return files;
    }
}
