package fr.halle.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.model.TimeRange;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.merchant.service.Shopfront;
import fr.halle.merchant.service.Shopfronts;
import fr.halle.merchant.service.Shops;
import fr.halle.portal.model.PortalUnknown;
import fr.halle.shared.api.MoneyJson;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who sells, where, and when the shop is open in the coming week; its slots are at {@code shops/{slug}/slots}. */
@Path("shops")
@Service
@Produces("application/json")
public class ShopsResource {

    private static final int WEEK = 7;

    @Inject
    private Shopfronts fronts;

    @Inject
    private Shops shops;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    public record ShopList(List<One> shops) {}

    public record One(String slug, String name, String tagline, int products) {}

    /** @param deliveryFee absent where the shop does not deliver */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            long id,
            String slug,
            String name,
            String tagline,
            String about,
            String address,
            String phone,
            List<String> modes,
            @Nullable MoneyJson deliveryFee,
            String merchant,
            String mediator,
            @Nullable String regulatedAs,
            List<Day> week) {}

    /** @param note the merchant's words about a special day */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Day(
            LocalDate date, List<Hours> open, @Nullable String note) {}

    public record Hours(LocalTime from, LocalTime to) {}

    @GET
    public ShopList list() {
        return new ShopList(fronts.all(portalId(), language.getCode()).stream()
                .map(front -> new One(front.slug(), front.name(), front.tagline(), front.products()))
                .toList());
    }

    @GET
    @Path("{slug}")
    public Detail shop(@PathParam("slug") String slug) {
        Shopfront front = fronts.bySlug(portalId(), slug, language.getCode()).orElseThrow(() -> new ShopUnknown(slug));
        Shop shop = shops.byId(front.shopId());
        return new Detail(
                shop.id(),
                shop.slug(),
                shop.name(),
                front.tagline(),
                front.about(),
                shop.address(),
                shop.phone(),
                modes(shop),
                shop.delivery() ? MoneyJson.euros(shop.deliveryFeeCents()) : null,
                front.legalName(),
                front.mediator(),
                front.regulatedAs(),
                week(shop.hours(language.getCode())));
    }

    private List<Day> week(OpeningHours hours) {
        LocalDate today = clock.today();
        return IntStream.range(0, WEEK)
                .mapToObj(today::plusDays)
                .map(date -> day(date, hours.on(date)))
                .toList();
    }

    private static Day day(LocalDate date, OpeningHours.Day hours) {
        List<Hours> open = hours.ranges().stream().map(ShopsResource::range).toList();
        return new Day(date, open, hours.reason());
    }

    private static Hours range(TimeRange range) {
        return new Hours(range.start(), range.end());
    }

    private static List<String> modes(Shop shop) {
        if (shop.pickup()) {
            return shop.delivery() ? List.of("PICKUP", "DELIVERY") : List.of("PICKUP");
        }
        return shop.delivery() ? List.of("DELIVERY") : List.of();
    }

    private long portalId() {
        if (!portal.isKnown()) {
            throw new PortalUnknown();
        }
        return portal.getId();
    }
}
