package fr.halle.cart.service;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A basket at this minute: lines grouped by merchant with today's prices (C01, C09). Total = Σ lines + shipping, always (K29).
 *
 * @param ordered whether it has become an order, which nobody changes (C17)
 */
public record CartView(UUID id, long portalId, String language, boolean ordered, List<CartPart> parts) {

    public Stream<CartLine> lines() {
        return parts.stream().flatMap(part -> part.lines().stream());
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** How many lines, which is what the header counts. */
    public int size() {
        return parts.stream().mapToInt(part -> part.lines().size()).sum();
    }

    /** Nothing is missing: it can be ordered. */
    public boolean isReady() {
        return !isEmpty() && !ordered && parts.stream().allMatch(CartPart::isReady);
    }

    public long linesCents() {
        return parts.stream().mapToLong(CartPart::linesCents).sum();
    }

    public long shippingCents() {
        return parts.stream().mapToLong(CartPart::shippingCents).sum();
    }

    public long totalCents() {
        return parts.stream().mapToLong(CartPart::totalCents).sum();
    }

    /** What is paid with the order: everything but the balances of lodgings (C07). */
    public long dueNowCents() {
        return parts.stream().mapToLong(CartPart::dueNowCents).sum();
    }

    public long dueLaterCents() {
        return totalCents() - dueNowCents();
    }

    /** Whether the customer must say to be of age. */
    public boolean isForAdults() {
        return lines().anyMatch(line -> line.priced().adultsOnly());
    }

    /** Whether somebody comes to the customer's door. */
    public boolean needsAddress() {
        return parts.stream().anyMatch(part -> {
            Collection how = part.chosen();
            return how != null && how.mode() == Collection.Mode.DELIVERY && how.street() == null;
        });
    }
}
