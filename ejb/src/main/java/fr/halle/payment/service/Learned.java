package fr.halle.payment.service;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an answer of the provider's told, to be kept in the payment's row; null is left as it was. */
record Learned(
        @Nullable String providerId,
        @Nullable String redirectUrl,
        @Nullable String resultCode,
        @Nullable String resultText,
        @Nullable String threeDs,
        @Nullable String returnId) {

    static final Learned NOTHING = new Learned(null, null, null, null, null, null);

    static Learned page(@Nullable String providerId, @Nullable String redirectUrl) {
        return new Learned(providerId, redirectUrl, null, null, null, null);
    }

    /** The last word counts, with what it leaves unsaid. */
    static Learned result(ProviderPayment said) {
        return new Learned(
                null,
                null,
                Objects.requireNonNullElse(said.resultCode(), ""),
                Objects.requireNonNullElse(said.resultText(), ""),
                Objects.requireNonNullElse(said.threeDs(), ""),
                null);
    }

    static Learned returned(String returnId) {
        return new Learned(null, null, null, null, null, returnId);
    }
}
