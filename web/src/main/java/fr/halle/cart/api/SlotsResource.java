package fr.halle.cart.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.cart.service.Collection;
import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.model.SlotDay;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.api.ParameterRefused;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a shop's goods can be fetched; a delivery is agreed on by telephone (C09–C12, K20). */
@Path("shops/{slug}/slots")
@Service
@Produces("application/json")
public class SlotsResource {

    private static final int WEEK = 7;

    @Inject
    private Shops shops;

    @Inject
    private Slots slots;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Words words;

    /** @param scheduling {@code slot}, {@code contact} where the customer calls the shop, or {@code none} */
    public record Answer(String shop, Collection.Mode mode, String scheduling, String phone, List<Day> days) {}

    public record Day(LocalDate date, List<Free> slots, List<Gap> gaps) {}

    public record Free(Instant start, Instant end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(
            LocalTime start,
            LocalTime end,
            GapReason reason,
            @Nullable String detail) {}

    @GET
    public Answer get(
            @PathParam("slug") String slug,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("from") @Nullable String from) {
        if (!portal.isKnown()) {
            throw new ShopUnknown(slug);
        }
        Shop shop = shops.bySlug(portal.getId(), slug).orElseThrow(() -> new ShopUnknown(slug));
        Collection.Mode asked = mode(mode);
        LocalDate first = from(from);
        boolean offered = asked == Collection.Mode.PICKUP ? shop.pickup() : shop.delivery();
        if (asked == Collection.Mode.DELIVERY || !offered) {
            return new Answer(slug, asked, offered ? "contact" : "none", shop.phone(), List.of());
        }
        List<Day> days = slots.of(shop.id(), first, WEEK, language.getCode()).stream()
                .map(this::day)
                .toList();
        return new Answer(slug, asked, "slot", shop.phone(), days);
    }

    private Day day(SlotDay day) {
        List<Free> free = day.free().stream()
                .map(slot -> new Free(slot.startsAt(), slot.endsAt()))
                .toList();
        List<Gap> gaps = day.items().stream()
                .filter(item -> !item.isFree())
                .map(this::gap)
                .toList();
        return new Day(day.date(), free, gaps);
    }

    private Gap gap(SlotDay.Item item) {
        String key = item.detailKey();
        GapReason reason = Objects.requireNonNull(item.gap());
        return new Gap(item.start(), item.end(), reason, key == null ? item.detail() : words.calendar(key));
    }

    private static Collection.Mode mode(@Nullable String mode) {
        if (mode == null || mode.isBlank()) {
            return Collection.Mode.PICKUP;
        }
        try {
            return Collection.Mode.valueOf(mode);
        } catch (IllegalArgumentException e) {
            throw new ParameterRefused("mode", "SYNTAX");
        }
    }

    private LocalDate from(@Nullable String from) {
        if (from == null || from.isBlank()) {
            return clock.today();
        }
        try {
            LocalDate first = LocalDate.parse(from);
            if (first.isBefore(clock.today()) || first.isAfter(clock.today().plusDays(Slots.FARTHEST_DAYS))) {
                throw new ParameterRefused("from", "RANGE");
            }
            return first;
        } catch (DateTimeParseException e) {
            throw new ParameterRefused("from", "SYNTAX");
        }
    }
}
