package fr.halle.merchant.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merchant is to be paid to another account; fired in the same transaction.
 *
 * @param end its last four characters
 * @param frozenUntil until when nothing leaves for it; null: it leaves at the next run
 */
public record IbanChanged(
        long merchantId, String end, String by, @Nullable Instant frozenUntil) {}
