package fr.halle.merchant.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One published version of terms of sale. It is never changed: an order keeps which one was accepted (C04, K14).
 *
 * @param merchantId null for the portal's own terms
 * @param sha256 of the text in UTF-8, in lower-case hexadecimal
 */
public record TermsVersion(
        long id,
        long portalId,
        @Nullable Long merchantId,
        String language,
        int version,
        String sha256,
        Instant publishedAt) {

    /** The text itself, which is long and read only where it is shown. */
    public record Text(
            TermsVersion version, String body, @Nullable String merchantName) {}
}
