package fr.halle.sales.web;

import fr.halle.sales.service.RequestFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Hands somebody's file out: as an attachment under a policy that lets nothing in it run, so that a page or a drawing sent to us is
 * never shown as one of ours.
 */
final class SavedFile {

    private SavedFile() {}

    static void send(HttpServletResponse response, RequestFiles.Content content) throws IOException {
        String name = content.file().name();
        String plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\;%]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        response.setCharacterEncoding(null);
        response.setContentType(content.file().mediaType());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
        response.setContentLength(content.bytes().length);
        response.getOutputStream().write(content.bytes());
    }
}
