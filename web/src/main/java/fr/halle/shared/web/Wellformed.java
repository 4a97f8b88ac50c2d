package fr.halle.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what no browser and no honest program sends, before anything reads it: two lengths or two hosts (which a proxy before us
 * could read otherwise than we do), a host that is no name, an address that a browser would take for another host, a NUL that the
 * database would refuse, a form whose length is hidden or that breaks off, a method that pages do not have.
 */
public class Wellformed extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final int BAD_REQUEST = HttpServletResponse.SC_BAD_REQUEST;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");
    private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD", "POST");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Set<String> methods = isApi(request) ? METHODS : PAGE_METHODS;
        if (!methods.contains(request.getMethod())) {
            response.setHeader(
                    "Allow", String.join(", ", methods.stream().sorted().toList()));
            Refused.write(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (isHiddenForm(request)) {
            Refused.write(response, HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (isAmbiguous(request) || request.getRequestURI().startsWith("//") || isIllegible(request)) {
            response.setHeader("Connection", "close");
            Refused.write(response, BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static boolean isAmbiguous(HttpServletRequest request) {
        String encoding = request.getHeader("Transfer-Encoding");
        boolean twoLengths = encoding != null && request.getHeader("Content-Length") != null;
        boolean unknownLength = encoding != null && !encoding.equalsIgnoreCase("chunked");
        String host = request.getHeader("Host");
        return twoLengths
                || unknownLength
                || Collections.list(request.getHeaders("Host")).size() > 1
                || host != null && !HOST.matcher(host).matches();
    }

    /** Browsers say how long a form is; what does not is read by the server without our limit. */
    private static boolean isHiddenForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        return (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/"))
                && request.getHeader("Transfer-Encoding") != null;
    }

    /** The API reads its own parameters and names the wrong one; a page's forms cannot hold a NUL that somebody typed. */
    private static boolean isIllegible(HttpServletRequest request) {
        if (isApi(request)) {
            return false;
        }
        boolean form = request.getMethod().equals("POST") && !BodyLimit.isTooLong(request);
        return hasNul(request.getQueryString()) || form && isIllegibleForm(request);
    }

    private static boolean isIllegibleForm(HttpServletRequest request) {
        try {
            return request.getParameterMap().values().stream()
                    .flatMap(Arrays::stream)
                    .anyMatch(Wellformed::isNul);
        } catch (RuntimeException broken) {
            // The server's words for a form with files that has no boundary, or ends before its end.
            return true;
        }
    }

    private static boolean hasNul(@Nullable String query) {
        return query != null && query.contains("%00");
    }

    private static boolean isNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
