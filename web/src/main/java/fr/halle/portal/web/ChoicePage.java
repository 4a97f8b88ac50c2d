package fr.halle.portal.web;

import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The portals of this deployment, each at its own host; a client that does not resolve such names chooses one where it is. */
@Named
@RequestScoped
public class ChoicePage {

    @Inject
    private Portals portals;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    /** @param href its home at its first host name, on the port and scheme of this request */
    public record Offer(String slug, String theme, String name, String tagline, String runBy, String href) {}

    public List<Offer> getPortals() {
        return portals.all().stream().map(this::offer).toList();
    }

    private Offer offer(Portal portal) {
        String code = language.getCode();
        String host = portal.hosts().isEmpty()
                ? request.getServerName()
                : portal.hosts().get(0);
        return new Offer(
                portal.slug(),
                CurrentPortal.theme(portal.settings().preset()),
                portal.name(),
                portal.tagline(code),
                portal.runBy(code),
                request.getScheme() + "://" + host + port() + "/");
    }

    private String port() {
        int port = request.getServerPort();
        return port == 80 || port == 443 ? "" : ":" + port;
    }
}
