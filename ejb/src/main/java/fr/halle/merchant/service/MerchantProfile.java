package fr.halle.merchant.service;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant sees of itself. The IBAN is never shown again: only that there is one, and its last digits.
 *
 * @param mobile where the alert of a new order goes, null for mail only (M04)
 * @param ibanEnd the last four characters, null where there is no IBAN
 * @param ibanFrozenUntil until when nothing is paid to it, null where nothing holds
 */
public record MerchantProfile(
        String name,
        String legalName,
        String email,
        String phone,
        @Nullable String mobile,
        boolean smsOptIn,
        @Nullable String ibanEnd,
        @Nullable String ibanOwner,
        @Nullable Instant ibanFrozenUntil,
        List<Hours> hours) {

    /** @param weekday 1 for Monday */
    public record Hours(String shop, int weekday, LocalTime opens, LocalTime closes) {}

    public MerchantProfile {
        hours = List.copyOf(hours);
    }
}
