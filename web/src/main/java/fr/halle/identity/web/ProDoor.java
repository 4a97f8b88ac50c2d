package fr.halle.identity.web;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to the back office with an open session is looked up again: an account that was closed, locked, or given another role
 * since is signed out at the next click. What is not one's own is refused with a page that says so.
 */
public class ProDoor extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String SIGN_IN = "/pro/sign-in";
    private static final String ENDED = SIGN_IN + "?ended=true";

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal caller = request.getUserPrincipal();
        if (caller != null) {
            Optional<UserAccount> account = accounts.stillIn(Long.parseLong(caller.getName()))
                    .filter(known -> request.isUserInRole(known.role().name()));
            if (account.isEmpty()) {
                leave(request, response);
                return;
            }
            actor.set(account.get());
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !isRefusal(failure)) {
                throw failure;
            }
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void leave(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + ENDED
                            + "\"></redirect></partial-response>");
            return;
        }
        response.sendRedirect(ENDED);
    }

    private static boolean isRefusal(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotYours) {
                return true;
            }
        }
        return false;
    }
}
