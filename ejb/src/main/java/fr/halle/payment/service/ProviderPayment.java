package fr.halle.payment.service;

import org.jspecify.annotations.Nullable;

/**
 * A payment as the provider knows it.
 *
 * @param amountCents what it is for
 * @param resultCode the provider's own, null while it is open
 * @param resultText the provider's words
 * @param threeDs how the bank made sure of the customer (CHALLENGE, FRICTIONLESS), null where it did not
 */
public record ProviderPayment(
        State state,
        long amountCents,
        @Nullable String resultCode,
        @Nullable String resultText,
        @Nullable String threeDs) {

    public enum State {
        /** The customer has not finished. */
        OPEN,
        PAID,
        REFUSED,
        /** The customer left, or let the page expire. */
        ABANDONED
    }
}
