package fr.halle.shared.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What {@code /} shows: a portal's home, or the choice of portals where none is known. */
public class StartFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PortalFilter.isRoot(request)) {
            String page = portal.isKnown() ? "/index.xhtml" : "/choice.xhtml";
            request.getRequestDispatcher(page).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
