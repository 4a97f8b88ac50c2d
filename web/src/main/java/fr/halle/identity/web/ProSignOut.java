package fr.halle.identity.web;

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

    public void leave() throws IOException, ServletException {
        ((HttpServletRequest) faces.getExternalContext().getRequest()).logout();
        faces.getExternalContext().invalidateSession();
        faces.getExternalContext().redirect("/pro/sign-in");
    }
}
