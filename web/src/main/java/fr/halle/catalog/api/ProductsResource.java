package fr.halle.catalog.api;

import fr.halle.catalog.model.ProductQuery;
import fr.halle.catalog.model.ProductUnknown;
import fr.halle.catalog.model.ProductView;
import fr.halle.catalog.service.Availability;
import fr.halle.catalog.service.Catalog;
import fr.halle.portal.model.PortalUnknown;
import fr.halle.shared.api.ParameterRefused;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.Assets;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is for sale. */
@Path("products")
@Service
@Produces("application/json")
public class ProductsResource {

    private static final int USUAL = 20;
    private static final int USUAL_DAYS = 30;
    private static final int FARTHEST_YEARS = 3;

    @Inject
    private Catalog catalog;

    @Inject
    private Availability availability;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Assets assets;

    @GET
    public Object list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("category") @Nullable String category,
            @QueryParam("shop") @Nullable String shop,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        ProductQuery query = new ProductQuery(
                Parameters.text("q", q),
                Parameters.text("category", category),
                Parameters.text("shop", shop),
                Parameters.kind(kind),
                null,
                null,
                Parameters.sort(sort),
                Parameters.number("limit", limit, 1, ProductQuery.MOST, USUAL),
                Parameters.text("after", after));
        try {
            return ProductJson.Page.of(catalog.list(portalId(), language.getCode(), query), pictures());
        } catch (IllegalArgumentException forgedCursor) {
            throw new ParameterRefused("after", "SYNTAX");
        }
    }

    @GET
    @Path("{slug}")
    public Object product(@PathParam("slug") String slug) {
        return ProductJson.Detail.of(view(slug), pictures());
    }

    @GET
    @Path("{slug}/availability")
    public Object availability(
            @PathParam("slug") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        LocalDate today = clock.today();
        LocalDate first = Parameters.date("from", from, today);
        if (first.isBefore(today) || first.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw new ParameterRefused("from", "RANGE");
        }
        LocalDate last = Parameters.date("to", to, first.plusDays(USUAL_DAYS));
        if (last.isBefore(first) || last.isAfter(first.plusDays(Availability.MOST_DAYS))) {
            throw new ParameterRefused("to", "RANGE");
        }
        long id = view(slug).card().id();
        return new OpeningsJson(
                first,
                last,
                availability.calendar(portalId(), id, first, last, language.getCode()).stream()
                        .map(OpeningsJson.One::of)
                        .toList());
    }

    private ProductView view(String slug) {
        return catalog.product(portalId(), slug, language.getCode()).orElseThrow(() -> new ProductUnknown(slug));
    }

    private long portalId() {
        if (!portal.isKnown()) {
            throw new PortalUnknown();
        }
        return portal.getId();
    }

    private String pictures() {
        return assets.getPath() + "/img/";
    }
}
