package fr.halle.order.service;

import org.jspecify.annotations.Nullable;

/** What the customer who pays a balance is told. @param redirectUrl the provider's page, null where there is nothing to pay there */
public record BalanceStarted(State state, @Nullable String redirectUrl) {

    public enum State {
        REDIRECTED,
        /** It is paid: nothing is asked again (T01). */
        PAID,
        /** The provider has not answered; a job asks again. */
        UNKNOWN,
        /** The provider refused; it may be tried again. */
        FAILED,
        /** It is not asked for any more. */
        CLOSED
    }
}
