package fr.halle.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How the HTML of a mail is shown inside a page of ours: in a sandbox, where styles may be inline and nothing may run. */
final class MailFrame {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:;"
            + " form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private MailFrame() {}

    /** Links open beside: the frame could not show our pages, which refuse to be framed. */
    static void write(HttpServletResponse response, String html) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(html.replaceFirst("<head>", "<head><base target=\"_blank\">"));
    }
}
