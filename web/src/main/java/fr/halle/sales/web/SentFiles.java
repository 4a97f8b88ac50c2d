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
import java.util.Objects;

/** The files of a form. One that is larger than a file may be is read no further than to see that it is. */
final class SentFiles {

    private SentFiles() {}

    static List<NewFile> of(HttpServletRequest request) throws IOException, ServletException {
        List<NewFile> files = new ArrayList<>();
        if (!Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/")) {
            return files;
        }
        for (Part part : request.getParts()) {
            String name = part.getSubmittedFileName();
            // A field for files that holds none is sent all the same.
            if (!part.getName().equals("file") || name == null || name.isEmpty() && part.getSize() == 0) {
                continue;
            }
            try (InputStream content = part.getInputStream()) {
                files.add(new NewFile(name, content.readNBytes(RequestFiles.MOST_BYTES + 1)));
            }
        }
        return files;
    }
}
