package fr.halle.identity.web;

import fr.halle.identity.service.Audit;
import fr.halle.shared.model.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Leaves the back office: the session is over, whatever page is still open. */
@Named
@RequestScoped
public class ProSignOut {

    @Inject
    private FacesContext faces;

    @Inject
    private CurrentActor actor;

    @Inject
    private Audit audit;

    public void leave() throws IOException, ServletException {
        Actor who = actor.get();
        audit.write(who, "sign_out", "user " + who.id(), "");
        ((HttpServletRequest) faces.getExternalContext().getRequest()).logout();
        faces.getExternalContext().invalidateSession();
        faces.getExternalContext().redirect("/pro/sign-in");
    }
}
