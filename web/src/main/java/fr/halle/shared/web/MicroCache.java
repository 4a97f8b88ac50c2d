package fr.halle.shared.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the reading pages and the catalogue's answers for one second: they are the same for everybody who sees the same portal in
 * the same language with as many things in the basket. Nothing needs to be thrown away, since a second is soon over; while one
 * visitor waits for the new page, the others get the last one.
 */
public class MicroCache extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final long STALE_NANOS = 3 * FRESH_NANOS;
    private static final int MOST_ENTRIES = 1000;
    private static final int LONGEST_QUERY = 300;
    private static final int LONGEST_HOST = 100;
    private static final Pattern SHARED = Pattern.compile(
            "/|/(category|product|shop)/[^/]+|/shops|/search|/api/v1/(products|categories|shops)|/api/v1/(products|shops)/[^/]+"
                    + "|/api/v1/products/[^/]+/availability");
    /** What a visitor chooses for later is written in a cookie: such an answer is his own. */
    private static final List<String> PERSONAL = List.of("lang=", "portal=");

    @Inject
    private transient CurrentPortal portal;

    @Inject
    private transient CurrentLanguage language;

    private final transient Map<String, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_ENTRIES;
        }
    });

    private record Kept(CapturedResponse.Answer answer, long at, AtomicBoolean renewing) {

        boolean serves() {
            long age = System.nanoTime() - at;
            return age < FRESH_NANOS || age < STALE_NANOS && !renewing.compareAndSet(false, true);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = key(request);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        Kept found = kept.get(key);
        if (found != null && found.serves()) {
            found.answer().writeTo(response);
            return;
        }
        CapturedResponse captured = new CapturedResponse(response);
        chain.doFilter(request, captured);
        CapturedResponse.Answer answer = captured.answer();
        if (answer == null) {
            return;
        }
        kept.put(key, new Kept(answer, System.nanoTime(), new AtomicBoolean()));
        answer.writeTo(response);
    }

    private @Nullable String key(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        boolean api = path.startsWith("/api/");
        if (!request.getMethod().equals("GET")
                || !SHARED.matcher(path).matches()
                || query != null
                        && (query.length() > LONGEST_QUERY || PERSONAL.stream().anyMatch(query::contains))
                || request.getHeader("Authorization") != null) {
            return null;
        }
        String host = request.getHeader("Host");
        if (host == null || host.length() > LONGEST_HOST) {
            return null;
        }
        // Pages say their own address: what was written for one host is never shown under another.
        String place = request.getScheme() + ' ' + host + ' ' + (portal.isKnown() ? portal.getId() : 0);
        String reader = language.getCode() + ' ' + (api ? request.getHeader("Accept") : CurrentBasket.countIn(request));
        return place + ' ' + reader + ' ' + path + '?' + query;
    }
}
