package fr.halle.cart.api;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartTerms;
import fr.halle.cart.service.CartUnknown;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Carts;
import fr.halle.cart.service.Collection;
import fr.halle.cart.service.PartWish;
import fr.halle.cart.service.Wish;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

        Wish wish() {
            return new Wish(choice(), detail == null ? Map.of() : detail);
        }

        private Choice choice() {
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

    /** Several changes at once: lines put in, and how parts are collected. */
    public record Changes(
            @Nullable List<@Nullable NewLine> lines,
            @Nullable List<@Nullable PartOfShop> parts) {}

    /** @param shop its id, or the name in its address */
    public record PartOfShop(
            @Nullable String shop,
            Collection.@Nullable Mode mode,
            @Nullable Instant slotStart,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note) {

        NewPart how() {
            return new NewPart(mode, slotStart, street, postcode, city, note);
        }
    }

    public record Filled(List<CartJson.Line> lines) {}

    public record NewQuantity(long quantity) {}

    public record NewPart(
            Collection.@Nullable Mode mode,
            @Nullable Instant slotStart,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note) {

        Collection collection(String place) {
            if (mode == null) {
                throw new ParameterRefused(place + "mode", "MISSING");
            }
            return new Collection(mode, slotStart, street, postcode, city, note);
        }
    }

    @POST
    public Response open() {
        UUID id = carts.promise(portalId(), language.getCode());
        return Response.created(URI.create("carts/" + id))
                .entity(new Opened(id, language.getCode()))
                .build();
    }

    @GET
    @Path("{id}")
    public CartJson get(@PathParam("id") UUID id) {
        String asked = language.isAsked() ? language.getCode() : null;
        CartView cart = carts.view(portalId(), id, asked);
        return CartJson.of(cart, terms.of(cart, asked == null ? cart.language() : asked));
    }

    @POST
    @Path("{id}/lines")
    @Consumes("application/json")
    public Response add(@PathParam("id") UUID id, @Nullable NewLine body) {
        Wish wish = given(body).wish();
        CartLine added = carts.add(portalId(), id, wish.choice(), wish.detail());
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
        carts.choosePart(portalId(), id, shopId(shop), given(body).collection(""));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/json")
    public Filled fill(@PathParam("id") UUID id, @Nullable Changes body) {
        Changes changes = given(body);
        List<NewLine> lines = listed(changes.lines(), "lines");
        List<PartOfShop> parts = listed(changes.parts(), "parts");
        Map<Long, PartWish> chosen = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            PartWish part = wish(parts.get(i), "parts[" + i + "].");
            if (chosen.put(part.shopId(), part) != null) {
                throw new ParameterRefused("parts[" + i + "].shop", "TWICE");
            }
        }
        List<Wish> wishes = lines.stream().map(NewLine::wish).toList();
        return new Filled(carts.fill(portalId(), id, wishes, List.copyOf(chosen.values())).stream()
                .map(CartJson.Line::of)
                .toList());
    }

    private PartWish wish(PartOfShop part, String place) {
        String shop = part.shop();
        if (shop == null) {
            throw new ParameterRefused(place + "shop", "MISSING");
        }
        return new PartWish(shopId(shop), part.how().collection(place));
    }

    private static <T> List<T> listed(@Nullable List<@Nullable T> given, String field) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > Carts.MOST_LINES) {
            throw new ParameterRefused(field, "RANGE");
        }
        List<T> list = new ArrayList<>();
        for (T one : given) {
            if (one == null) {
                throw new ParameterRefused(field + "[" + list.size() + "]", "MISSING");
            }
            list.add(one);
        }
        return list;
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
