package fr.halle.payment.service;

/** A merchant at the provider, as a payout needs it. */
public record MerchantAccount(long merchantId, String userId, String walletId, String bankAccountId) {}
