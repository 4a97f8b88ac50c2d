package fr.halle.payment.service;

import org.jspecify.annotations.Nullable;

/**
 * A payout as the provider knows it.
 *
 * @param cents what reaches the bank
 * @param resultText the provider's words where it failed or came back
 */
public record ProviderPayout(
        String providerId,
        State state,
        long cents,
        @Nullable String resultCode,
        @Nullable String resultText) {

    public enum State {
        /** On its way to the bank. */
        SENT,
        PAID,
        FAILED,
        /** The bank sent it back after it was paid: the money is in the merchant's wallet again. */
        RETURNED
    }
}
