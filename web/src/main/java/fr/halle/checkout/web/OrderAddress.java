package fr.halle.checkout.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of an order's private pages, and how they are read. */
public final class OrderAddress {

    private OrderAddress() {}

    public static String of(String number, String token) {
        return "/order/" + encoded(number) + "?token=" + encoded(token);
    }

    /** The page made to be printed; {@code &part=} and a part's number shows that part alone. */
    public static String receipt(String number, String token) {
        return "/order-receipt/" + encoded(number) + "?token=" + encoded(token);
    }

    /** A part's pickup code as a picture (K17). */
    static String code(String part, String token) {
        return "/order-code?part=" + encoded(part) + "&token=" + encoded(token);
    }

    /** What follows the page's name: {@code EP-00042} of {@code /order/EP-00042}. */
    static String number(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.replaceFirst("^/+", "").replaceFirst("/.*$", "");
    }

    static String token(HttpServletRequest request) {
        String token = request.getParameter("token");
        return token == null ? "" : token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
