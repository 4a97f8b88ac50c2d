package fr.halle.payout.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merchant with available money, in cents.
 *
 * @param block why it does not leave; NONE: the next run takes it
 * @param frozenUntil until when a changed IBAN holds it; may have passed
 */
public record WaitingMerchant(
        long merchantId,
        String name,
        long availableCents,
        PayoutBlock block,
        @Nullable Instant frozenUntil) {

    public boolean isFrozen() {
        return block == PayoutBlock.IBAN_FROZEN;
    }
}
