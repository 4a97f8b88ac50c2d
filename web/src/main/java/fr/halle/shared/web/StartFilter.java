package fr.halle.shared.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** What {@code /} shows: a portal's home, or the choice of portals where none is known; and the back office's first page. */
public class StartFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final Set<String> BACK_OFFICE = Set.of("/pro", "/pro/");

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PortalFilter.isRoot(request)) {
            String page = portal.isKnown() ? "/index.xhtml" : "/choice.xhtml";
            request.getRequestDispatcher(page).forward(request, response);
        } else if (BACK_OFFICE.contains(request.getRequestURI())) {
            request.getRequestDispatcher("/pro/index.xhtml").forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
