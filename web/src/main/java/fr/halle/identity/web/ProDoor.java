package fr.halle.identity.web;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Accounts.StillIn;
import fr.halle.identity.service.SecondFactors;
import fr.halle.identity.service.Whence;
import fr.halle.shared.model.NotAllowed;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Who comes to the back office with an open session is looked up again: an account that was closed, locked, given another role or password
 * since is signed out at the next click; who must have a second factor and has none sets it up first. What is not one's own, or not one's role's, is refused with a page that says so, and a form
 * that expired is shown again.
 */
public class ProDoor extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String SIGN_IN = "/pro/sign-in";
    private static final String RESTORING = "com.sun.faces.lifecycle.RestoreViewPhase";
    private static final String SECOND_FACTOR = "/pro/second-factor";
    /** All that is open to whoever must have a second factor and has none yet. */
    private static final Set<String> WITHOUT_SECOND_FACTOR = Set.of(SECOND_FACTOR, "/pro/sign-out");

    private static final String ENDED = SIGN_IN + "?ended=true";

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient SecondFactors factors;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Whence.comesFrom(request.getRemoteAddr());
        try {
            enter(request, response, chain);
        } finally {
            Whence.forget();
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal caller = request.getUserPrincipal();
        if (caller != null) {
            Optional<StillIn> known = accounts.stillIn(Long.parseLong(caller.getName()))
                    .filter(one -> SessionPassword.isOf(request.getSession(), one))
                    .filter(one -> request.isUserInRole(one.account().role().name()));
            if (known.isEmpty()) {
                leave(request, response);
                return;
            }
            UserAccount account = known.get().account();
            if (!known.get().hasSecondFactor()
                    && factors.isWantedOf(account)
                    && !WITHOUT_SECOND_FACTOR.contains(ProAddress.path(request))) {
                goTo(SECOND_FACTOR, request, response);
                return;
            }
            actor.set(account);
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            answer(request, response, failure);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException, ServletException {
        boolean refused = isCausedBy(NotYours.class, failure) || isCausedBy(NotAllowed.class, failure);
        boolean expired = isCausedBy(ViewExpiredException.class, failure)
                || request.getMethod().equals("POST") && isOfAnotherForm(failure);
        if (response.isCommitted() || !refused && !expired) {
            if (failure instanceof ServletException fault) {
                throw fault;
            }
            throw (RuntimeException) failure;
        }
        response.reset();
        if (refused) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            // A form that was left open until its session ended, or that is not ours: it is shown anew, and did
            // nothing.
            String page = ProAddress.of(request);
            goTo(page + (page.contains("?") ? "&" : "?") + "expired=true", request, response);
        }
    }

    /** What a form of one page says to another cannot be put together again, and fails before anything is done. */
    private static boolean isOfAnotherForm(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (Arrays.stream(cause.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(RESTORING))) {
                return true;
            }
        }
        return false;
    }

    private static void leave(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!isAskedByThePage(request)) {
            request.logout();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        goTo(ENDED, request, response);
    }

    /** Whoever has it open is told why at the next click, which ends the session. */
    private static boolean isAskedByThePage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && ProAddress.path(request).equals("/pro/news");
    }

    private static void goTo(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.sendRedirect(address);
            return;
        }
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                        + address.replace("&", "&amp;") + "\"></redirect></partial-response>");
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
