package fr.halle.payment.service;

import fr.halle.payment.model.PaymentState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the provider is asked again about a payment that nobody has told us about: after 5 minutes, 1 hour, then daily. */
final class CheckSchedule {

    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration DAILY = Duration.ofDays(1);

    /** The provider forgets a page long before; a payment given up is not asked about for ever. */
    private static final int ENOUGH = 7;

    private CheckSchedule() {}

    /** The first question after a move; null where the answer is known. */
    static @Nullable Instant afterMove(PaymentState state, Instant now) {
        return switch (state) {
            case REDIRECTED, UNKNOWN -> now.plus(SOON);
            // The customer may still pay at the page of a checkout we have given up.
            case ABANDONED, EXPIRED -> now.plus(LATER);
            case INITIATED, AUTHORISED, CAPTURED, REFUSED, VOIDED, DISPUTED -> null;
        };
    }

    /**
     * The next question after one that brought nothing new.
     *
     * @param checks how often it was asked before
     */
    static @Nullable Instant afterCheck(PaymentState state, int checks, Instant now) {
        boolean givenUp = state == PaymentState.ABANDONED || state == PaymentState.EXPIRED;
        if (givenUp && checks >= ENOUGH) {
            return null;
        }
        return now.plus(checks == 0 ? LATER : DAILY);
    }
}
