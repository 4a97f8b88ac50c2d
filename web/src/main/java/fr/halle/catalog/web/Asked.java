package fr.halle.catalog.web;

import fr.halle.catalog.model.Choice;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor has chosen so far of a product, from the address or from the form: fields are named as {@link Choice} names
 * them. What cannot be read counts as not chosen; a quantity that cannot be read is 0, which every rule refuses.
 *
 * @param from where the calendar begins
 */
public record Asked(
        @Nullable Long variantId,
        long quantity,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant startsAt,
        @Nullable String size,
        @Nullable Integer adults,
        @Nullable Integer children,
        @Nullable LocalDate from) {

    private static final long MOST = 1_000_000;

    static Asked of(PageAddress address, long usualQuantity) {
        return new Asked(
                address.number("variantId"),
                address.text("quantity") == null ? usualQuantity : most(address.number("quantity")),
                address.date("startsOn"),
                address.date("endsOn"),
                address.instant("startsAt"),
                address.text("size"),
                persons(address.number("adults")),
                persons(address.number("children")),
                address.date("from"));
    }

    private static long most(@Nullable Long number) {
        return number == null ? 0 : Math.min(number, MOST);
    }

    private static @Nullable Integer persons(@Nullable Long number) {
        return number == null ? null : (int) Math.min(number, MOST);
    }

    Choice choice(long productId) {
        return new Choice(productId, variantId, quantity, startsOn, endsOn, startsAt, size, adults, children);
    }

    Choice choice(long productId, @Nullable Long variant, long many) {
        return new Choice(productId, variant, many, startsOn, endsOn, startsAt, size, adults, children);
    }

    /** The day that was chosen, by itself or with its hour. */
    @Nullable
    LocalDate day() {
        return startsOn != null || startsAt == null
                ? startsOn
                : startsAt.atZone(HalleClock.PARIS).toLocalDate();
    }

    boolean isVariant(long id) {
        return variantId != null && variantId == id;
    }
}
