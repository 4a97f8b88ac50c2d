package fr.halle.shared.web;

import fr.halle.shared.api.Problem;
import fr.halle.shared.service.Json;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Answers 429 to an address that does one thing too often, and says when to come back: a page to a person, a problem to a program. */
public class RateLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MINUTE = 60;
    private static final int IPV6_NETWORK_BYTES = 8;

    @Inject
    private transient RateLimit limit;

    @Inject
    private transient Words words;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        // Decoded and without parameters: an address that is written otherwise is still the same.
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        Limited limited = Limited.of(path).orElse(null);
        if (limited == null
                || limited.most() == 0
                || limit.allows(limited.name(), household(request.getRemoteAddr()), limited.most(), limited.window())) {
            chain.doFilter(request, response);
            return;
        }
        refuse(response, limit.secondsLeft(limited.window()), path.startsWith("/api/"));
    }

    private void refuse(HttpServletResponse response, long seconds, boolean program) throws IOException {
        response.setHeader("Retry-After", Long.toString(seconds));
        response.setHeader("Cache-Control", "no-store");
        if (!program) {
            response.sendError(TOO_MANY_REQUESTS);
            return;
        }
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        Problem problem = Problem.of(
                "TooManyRequests", TOO_MANY_REQUESTS, words.count("error.tooManyRequests", minutes), List.of());
        response.setStatus(TOO_MANY_REQUESTS);
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
    }

    /** Of IPv6 the first half: the other one everybody chooses for itself. */
    private static String household(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // An address in figures is not asked for by name.
            return HexFormat.of().formatHex(InetAddress.getByName(address).getAddress(), 0, IPV6_NETWORK_BYTES);
        } catch (UnknownHostException | IndexOutOfBoundsException neither) {
            return address;
        }
    }
}
