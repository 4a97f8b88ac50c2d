package fr.halle.sales.web;

import fr.halle.sales.model.SalesSettings;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SecurityHeaders;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/** Which other sites may show the form in a frame, or send it from a script: those that the portal's operator named (C18). */
@RequestScoped
public class ContactFraming {

    @Inject
    private CurrentPortal portal;

    /** Tells the browser; without a site of its own nobody but our pages may frame it. */
    public void allow(HttpServletResponse answer) {
        String sites = String.join(" ", origins());
        answer.setHeader(
                "Content-Security-Policy",
                SecurityHeaders.policyFramedBy(sites.isEmpty() ? "'self'" : "'self' " + sites));
    }

    /** @param origin as a browser writes it */
    public boolean allowed(String origin) {
        return named(origin).isPresent();
    }

    /** @return the site as the operator named it, empty where it is not one of those */
    Optional<String> named(String origin) {
        return origins().stream().filter(origin::equals).findFirst();
    }

    private List<String> origins() {
        return SalesSettings.allowed(portal.get().settings().get(SalesSettings.FORM_ORIGINS));
    }
}
