package fr.halle.payout.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merchant with available money, in cents, or with a payout that a freeze holds.
 *
 * @param block why it does not leave; NONE: the next run takes it
 * @param frozenUntil until when a changed IBAN holds it; may have passed
 * @param frozen whether an operator may end that
 */
public record WaitingMerchant(
        long merchantId,
        String name,
        long availableCents,
        PayoutBlock block,
        @Nullable Instant frozenUntil,
        boolean frozen) {}
