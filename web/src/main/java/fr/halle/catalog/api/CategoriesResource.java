package fr.halle.catalog.api;

import fr.halle.catalog.service.Catalog;
import fr.halle.portal.model.PortalUnknown;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The portal's categories, in its order. */
@Path("categories")
@Service
@Produces("application/json")
public class CategoriesResource {

    @Inject
    private Catalog catalog;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    public record Categories(List<One> categories) {}

    public record One(String slug, String name, int products) {}

    @GET
    public Categories list() {
        if (!portal.isKnown()) {
            throw new PortalUnknown();
        }
        return new Categories(catalog.categories(portal.getId(), language.getCode()).stream()
                .map(category -> new One(category.slug(), category.name(), category.products()))
                .toList());
    }
}
