package fr.halle.shared.web;

import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the portal (by the Host header, else by the cookie of the choice page) and the language of a request. A page of the shop
 * that is asked for without a portal is answered with the choice of portals.
 */
public class PortalFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final String PORTAL = "portal";
    static final String LANGUAGE = "lang";

    /** What is not of one portal: it is served whether or not one is known. */
    private static final List<String> WITHOUT_PORTAL =
            List.of("/api/", "/assets/", "/pro/", "/demo/", "/payment/", "/jakarta.faces.resource/");

    @Inject
    private transient Portals portals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Portal byHost = portals.byHost(request.getServerName()).orElse(null);
        if (byHost == null && request.getParameter(PORTAL) != null && isRoot(request)) {
            choose(request, response);
            return;
        }
        Portal portal = byHost != null ? byHost : chosen(request);
        if (portal != null) {
            CurrentPortal.set(request, portal);
        }
        CurrentLanguage.set(request, language(request, response, portal));
        if (portal == null && needsPortal(request)) {
            response.sendRedirect("/");
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isRoot(HttpServletRequest request) {
        return request.getRequestURI().equals("/");
    }

    private static boolean needsPortal(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !isRoot(request)
                && !path.equals("/pro")
                && WITHOUT_PORTAL.stream().noneMatch(path::startsWith);
    }

    private @Nullable Portal chosen(HttpServletRequest request) {
        String slug = Cookies.read(request, PORTAL);
        return slug == null ? null : portals.bySlug(slug).orElse(null);
    }

    /** {@code /?portal=ville} keeps the choice, {@code /?portal=} forgets it. */
    private void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Portal portal = portals.bySlug(request.getParameter(PORTAL)).orElse(null);
        if (portal == null) {
            Cookies.forget(request, response, PORTAL);
        } else {
            Cookies.write(request, response, PORTAL, portal.slug(), A_YEAR);
        }
        response.sendRedirect("/");
    }

    private static String language(HttpServletRequest request, HttpServletResponse response, @Nullable Portal portal) {
        List<String> spoken =
                portal == null ? List.of(CurrentLanguage.FRENCH, CurrentLanguage.ENGLISH) : portal.languages();
        String asked = request.getParameter(LANGUAGE);
        if (asked != null && spoken.contains(asked)) {
            Cookies.write(request, response, LANGUAGE, asked, A_YEAR);
            return asked;
        }
        String kept = Cookies.read(request, LANGUAGE);
        return kept != null && spoken.contains(kept) ? kept : preferred(request, spoken);
    }

    private static String preferred(HttpServletRequest request, List<String> spoken) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return CurrentLanguage.FRENCH;
        }
        try {
            String best = Locale.lookupTag(Locale.LanguageRange.parse(header), spoken);
            return best == null ? CurrentLanguage.FRENCH : best;
        } catch (IllegalArgumentException malformed) {
            return CurrentLanguage.FRENCH;
        }
    }
}
