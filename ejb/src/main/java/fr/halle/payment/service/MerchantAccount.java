package fr.halle.payment.service;

import org.jspecify.annotations.Nullable;

/** A merchant at the provider. @param bankAccountId null as long as the merchant has given no IBAN */
public record MerchantAccount(
        long merchantId,
        String userId,
        String walletId,
        @Nullable String bankAccountId) {}
