package fr.halle.shared.web;

import fr.halle.portal.model.Portal;
import fr.halle.portal.model.Preset;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The town or resort this request is for; {@link PortalFilter} finds it before anything else runs. */
@Named("portal")
@RequestScoped
public class CurrentPortal {

    private @Nullable Portal portal;

    void set(Portal found) {
        portal = found;
    }

    public boolean isKnown() {
        return portal != null;
    }

    /** @throws IllegalStateException on a page that is shown without a portal (the choice of portals, the back office's sign-in) */
    public Portal get() {
        Portal known = portal;
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
        Portal known = portal;
        return known == null ? "" : theme(known.settings().preset());
    }

    public static String theme(Preset preset) {
        return switch (preset) {
            case MOUNTAIN -> "montagne";
            case TOWN_PICKUP -> "ville";
            case TOWN_ORDERS -> "terroir";
        };
    }
}
