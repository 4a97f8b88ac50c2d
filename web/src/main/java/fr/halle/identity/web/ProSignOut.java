package fr.halle.identity.web;

import fr.halle.identity.service.Audit;
import fr.halle.shared.model.Actor;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /pro/sign-out}: leaves the back office; the session is over, whatever page is still open. Its own address, so that no page
 * has to be read again to be left.
 */
@WebServlet(name = "signOut", urlPatterns = "/pro/sign-out")
public class ProSignOut extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Audit audit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Actor who = actor.get();
        audit.write(who, "sign_out", "user " + who.id(), "");
        request.logout();
        request.getSession().invalidate();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/pro/sign-in");
    }
}
