package fr.halle.sales.web;

import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.RequestOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says which site's script may read the answer before anything refuses the request: a refusal is then read there too (C18). */
public class ContactRequestsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ContactFraming sites;

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        response.addHeader("Vary", "Origin");
        if (origin != null && !origin.equals(RequestOrigin.of(request)) && portal.isKnown()) {
            sites.named(origin).ifPresent(site -> {
                response.setHeader("Access-Control-Allow-Origin", site);
                response.setHeader("Access-Control-Expose-Headers", "Retry-After");
            });
        }
        chain.doFilter(request, response);
    }
}
