package fr.halle.cart.api;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartTerms;
import fr.halle.cart.service.CartUnknown;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Carts;
import fr.halle.cart.service.Collection;
import fr.halle.catalog.model.Choice;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.merchant.service.Shops;
import fr.halle.shared.api.ParameterRefused;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Baskets: opened, filled, priced at every look. An id that is no basket's of this portal is unknown. */
@Path("carts")
@Service
@Produces("application/json")
public class CartsResource {

    @Inject
    private Carts carts;

    @Inject
    private CartTerms terms;

    @Inject
    private Shops shops;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    public record Opened(UUID id, String language) {}

    /** What was chosen of a product: see the product's own page in the API for what its kind needs. A price is not a field. */
    public record NewLine(
            long productId,
            @Nullable Long variantId,
            @Nullable Long quantity,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant startsAt,
            @Nullable String size,
            @Nullable Integer adults,
            @Nullable Integer children,
            @Nullable Map<String, String> detail) {

        Choice choice() {
            return new Choice(
                    productId,
                    variantId,
                    quantity == null ? 1 : quantity,
                    startsOn,
                    endsOn,
                    startsAt,
                    size,
                    adults,
                    children);
        }
    }

    public record NewQuantity(long quantity) {}

    public record NewPart(
            Collection.@Nullable Mode mode,
            @Nullable Instant slotStart,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note) {}

    @POST
    public Response open() {
        UUID id = carts.open(portalId(), language.getCode());
        return Response.created(URI.create("carts/" + id))
                .entity(new Opened(id, language.getCode()))
                .build();
    }

    @GET
    @Path("{id}")
    public CartJson get(@PathParam("id") UUID id) {
        CartView cart = carts.view(portalId(), id, language.getCode());
        return CartJson.of(cart, terms.of(cart, language.getCode()));
    }

    @POST
    @Path("{id}/lines")
    @Consumes("application/json")
    public Response add(@PathParam("id") UUID id, @Nullable NewLine body) {
        NewLine line = given(body);
        Map<String, String> detail = line.detail();
        CartLine added = carts.add(portalId(), id, line.choice(), detail == null ? Map.of() : detail);
        return Response.created(URI.create("carts/" + id + "/lines/" + added.id()))
                .entity(CartJson.Line.of(added))
                .build();
    }

    @PATCH
    @Path("{id}/lines/{line}")
    @Consumes("application/json")
    public CartJson.Line change(@PathParam("id") UUID id, @PathParam("line") long line, @Nullable NewQuantity body) {
        return CartJson.Line.of(carts.change(portalId(), id, line, given(body).quantity()));
    }

    @DELETE
    @Path("{id}/lines/{line}")
    public void remove(@PathParam("id") UUID id, @PathParam("line") long line) {
        carts.remove(portalId(), id, line);
    }

    /** @param shop its id, or the name in its address */
    @PUT
    @Path("{id}/parts/{shop}")
    @Consumes("application/json")
    public void collect(@PathParam("id") UUID id, @PathParam("shop") String shop, @Nullable NewPart body) {
        NewPart part = given(body);
        Collection.Mode mode = part.mode();
        if (mode == null) {
            throw new ParameterRefused("mode", "MISSING");
        }
        Collection how =
                new Collection(mode, part.slotStart(), part.street(), part.postcode(), part.city(), part.note());
        carts.choosePart(portalId(), id, shopId(shop), how);
    }

    private long shopId(String shop) {
        if (shop.matches("\\d{1,18}")) {
            return Long.parseLong(shop);
        }
        return shops.bySlug(portalId(), shop)
                .orElseThrow(() -> new ShopUnknown(shop))
                .id();
    }

    /** Baskets are found within their portal: where none is known, none is found. */
    private long portalId() {
        if (!portal.isKnown()) {
            throw new CartUnknown();
        }
        return portal.getId();
    }

    private static <T> T given(@Nullable T body) {
        if (body == null) {
            throw new ParameterRefused("body", "MISSING");
        }
        return body;
    }
}
