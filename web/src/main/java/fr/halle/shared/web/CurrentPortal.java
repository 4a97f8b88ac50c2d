package fr.halle.shared.web;

import fr.halle.portal.model.Portal;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The town or resort this request is for; {@link PortalFilter} finds it before anything else runs. It is kept with the request: a bean
 * of each request's own would be made for every one.
 */
@Named("portal")
@Service
public class CurrentPortal {

    private static final String KEPT = CurrentPortal.class.getName();

    @Inject
    private HttpServletRequest request;

    static void set(HttpServletRequest request, Portal found) {
        request.setAttribute(KEPT, found);
    }

    public boolean isKnown() {
        return known() != null;
    }

    /** @throws IllegalStateException on a page that is shown without a portal (the choice of portals, the back office's sign-in) */
    public Portal get() {
        Portal known = known();
        if (known == null) {
            throw new IllegalStateException("This request is for no portal");
        }
        return known;
    }

    public long getId() {
        return get().id();
    }

    public String getName() {
        return get().name();
    }

    /** The name under which the stylesheet, the logo and the hero picture of the preset are kept. */
    public String getTheme() {
        Portal known = known();
        return known == null ? "" : theme(known.settings().preset());
    }

    private @Nullable Portal known() {
        return (Portal) request.getAttribute(KEPT);
    }

    public static String theme(Preset preset) {
        return switch (preset) {
            case MOUNTAIN -> "montagne";
            case TOWN_PICKUP -> "ville";
            case TOWN_ORDERS -> "terroir";
        };
    }
}
