package fr.halle.checkout.service;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a checkout that is no order, for its customer.
 *
 * @param number the number that was reserved for the order
 * @param payPage the provider's page, while it can still be paid there
 * @param ordered the order that its basket had become by another attempt, null where there is none
 */
public record CheckoutOutcome(
        String number,
        String token,
        UUID cartId,
        State state,
        long totalCents,
        long dueNowCents,
        @Nullable String payPage,
        Instant expiresAt,
        @Nullable Ordered ordered) {

    public record Ordered(String number, String token) {}

    public enum State {
        /** The provider's page is open and waits for the customer. */
        PAYING,
        /** The bank has not answered yet: everything is held, nobody pays twice. */
        WAITING,
        /** The bank said no. */
        REFUSED,
        /** The customer left the provider's page without paying. */
        ABANDONED,
        /** It took too long, or a newer attempt took its place. */
        EXPIRED,
        /** It was paid when something of it was gone: the whole amount goes back. */
        GIVEN_BACK,
        /** Nothing was taken, and nothing is to be: the basket was ordered by another attempt. */
        ALREADY_ORDERED,
        /** It was paid although another attempt had ordered the same basket: the whole amount goes back. */
        PAID_TWICE
    }
}
