package fr.halle.order.web;

import fr.halle.order.service.PartUnknown;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A form of our own into which another's number was written asks for the part while Faces reads the form, before the page itself
 * can answer: that is no fault of ours but a part that does not exist for its sender (K28).
 */
@WebFilter(filterName = "foreignParts", urlPatterns = "/pro/*")
public class ForeignParts extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException failure) {
            if (!isUnknownPart(failure) || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isUnknownPart(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PartUnknown) {
                return true;
            }
        }
        return false;
    }
}
