package fr.halle.cart.service;

import fr.halle.merchant.model.Slot;
import fr.halle.merchant.service.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one merchant does of a basket (M47): its lines, and how they are collected where something is.
 *
 * @param chosen how the customer wants to collect it; null where nothing is chosen yet, or nothing is collected
 * @param missing what is still to be chosen, or cannot be had any more
 */
public record CartPart(
        Shop shop, List<CartLine> lines, @Nullable Collection chosen, long shippingCents, List<Missing> missing) {

    /** What keeps a part from being ordered, in the order in which a customer mends it. */
    public enum Missing {
        /** How it is collected (C09). */
        MODE,
        /** When it is fetched. */
        SLOT,
        /** The half-hour was free and is no longer: another is to be chosen. */
        SLOT_GONE,
        /** The half-hour is long before what is rented begins. */
        SLOT_EARLY,
        /** The half-hour is when what is rented is over. */
        SLOT_LATE,
        /** The shop does not collect this way any more. */
        MODE_GONE
    }

    /** Whether something of it is handed over, at the shop or at the door. */
    public boolean isCollected() {
        return lines.stream().anyMatch(line -> line.priced().collected());
    }

    /** The eve of the first dated thing that is handed over, such as rented skis; null where nothing has a date. */
    public @Nullable LocalDate collectedFrom() {
        return lines.stream()
                .filter(line -> line.priced().collected())
                .map(line -> line.priced().startsOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(first -> first.minusDays(1))
                .orElse(null);
    }

    /** The last day of the dated thing that is over first: handed over later it would be of no use; null where nothing has a date. */
    public @Nullable LocalDate collectedUntil() {
        return lines.stream()
                .filter(line -> line.priced().collected())
                .map(line -> line.priced().endsOn() == null
                        ? line.priced().startsOn()
                        : line.priced().endsOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public boolean isDelivery() {
        Collection how = chosen;
        return how != null && how.mode() == Collection.Mode.DELIVERY;
    }

    public boolean isPickup() {
        Collection how = chosen;
        return how != null && how.mode() == Collection.Mode.PICKUP;
    }

    public @Nullable Instant slotStart() {
        Collection how = chosen;
        return how == null ? null : how.slotStart();
    }

    public @Nullable Instant slotEnd() {
        Instant start = slotStart();
        return start == null ? null : start.plus(Slot.LENGTH);
    }

    public boolean isReady() {
        return missing.isEmpty() && lines.stream().allMatch(CartLine::isAvailable);
    }

    public long linesCents() {
        return lines.stream().mapToLong(CartLine::totalCents).sum();
    }

    public long totalCents() {
        return linesCents() + shippingCents;
    }

    public long dueNowCents() {
        return shippingCents + lines.stream().mapToLong(CartLine::dueNowCents).sum();
    }
}
