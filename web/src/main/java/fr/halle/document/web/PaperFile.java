package fr.halle.document.web;

import fr.halle.document.service.Paper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A paper as the browser saves it. */
public final class PaperFile {

    private PaperFile() {}

    public static void send(HttpServletResponse response, Paper paper) throws IOException {
        response.setCharacterEncoding(null);
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + paper.fileName() + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(paper.pdf().length);
        response.getOutputStream().write(paper.pdf());
    }
}
