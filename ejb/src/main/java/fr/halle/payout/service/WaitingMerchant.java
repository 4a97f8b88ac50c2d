package fr.halle.payout.service;

/** A merchant with available money, in cents. @param block why it does not leave; NONE: the next run takes it */
public record WaitingMerchant(long merchantId, String name, long availableCents, PayoutBlock block) {}
