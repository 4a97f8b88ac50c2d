package fr.halle.notification.web;

import fr.halle.notification.model.Channel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the HTML of a mail is shown inside a page of ours: in a sandbox, where styles may be inline and nothing may run. */
final class MailFrame {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src http: https:;"
            + " form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private MailFrame() {}

    static Optional<Long> id(HttpServletRequest request) {
        return number(request, "id");
    }

    /** A number in the address; a forged one is none. */
    static Optional<Long> number(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed != null && typed.matches("\\d{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }

    static @Nullable Channel channel(HttpServletRequest request) {
        return switch (Objects.requireNonNullElse(request.getParameter("channel"), "")) {
            case "MAIL" -> Channel.MAIL;
            case "SMS" -> Channel.SMS;
            default -> null;
        };
    }

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
