package fr.halle.shared.web;

import fr.halle.shared.model.Environment;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * What a browser may do with our pages: run and show only what comes from us, never in a frame, never guess types. A form may
 * lead to the payment provider's page, since the order button ends there. The pages of the
 * back office replace the policy with one that carries PrimeFaces' nonces.
 */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final List<String> PRIVATE = List.of(
            "/basket",
            "/checkout",
            "/track",
            "/contact",
            "/conversation",
            "/pro",
            "/demo/",
            "/api/v1/carts",
            "/api/v1/orders",
            "/api/v1/merchant");

    /** The contact form says itself who may frame it, or its refusal (C18); until it has, nobody may. */
    private static final String FRAMED = "/contact/frame";

    private final String policy = policyFramedBy("'none'");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!FRAMED.equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) {
            if (!path.equals(FRAMED)) {
                response.setHeader("X-Frame-Options", "DENY");
            }
            response.setHeader("Content-Security-Policy", policy);
        }
        response.setHeader("Referrer-Policy", holdsToken(path) ? "no-referrer" : "strict-origin");
        if (!path.startsWith("/assets/")) {
            response.setHeader("Cache-Control", isPrivate(path) ? "no-store" : "no-cache");
        }
        chain.doFilter(request, response);
    }

    /** The shop's policy. @param ancestors the sites that may show the page in a frame, as the header has them */
    public static String policyFramedBy(String ancestors) {
        return "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors " + ancestors
                + "; form-action 'self'" + paymentPages() + demoPortals();
    }

    /** Addresses of orders, payments and of a password to choose carry private tokens, which no other site may learn. */
    private static boolean holdsToken(String path) {
        return path.startsWith("/order")
                || path.startsWith("/payment")
                || path.startsWith("/balance")
                || path.startsWith("/quote")
                || path.startsWith("/conversation")
                || path.startsWith("/pro/password");
    }

    /** What one person typed or may see is kept by no browser: the next one at the same machine would find it. */
    private static boolean isPrivate(String path) {
        return holdsToken(path) || PRIVATE.stream().anyMatch(path::startsWith);
    }

    private static String paymentPages() {
        String origins = Environment.setting("halle.provider.page.origins", "");
        String provider = origin(Environment.setting("halle.provider.url", ""));
        return (provider.isEmpty() ? "" : " " + provider) + (origins.isEmpty() ? "" : " " + origins);
    }

    private static String demoPortals() {
        return Boolean.parseBoolean(Environment.setting("halle.demo", "false")) ? " http://*.localhost:*" : "";
    }

    private static String origin(String url) {
        if (url.isEmpty()) {
            return "";
        }
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
