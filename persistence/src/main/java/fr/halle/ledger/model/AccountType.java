package fr.halle.ledger.model;

import java.util.Locale;

/** The accounts of the ledger. Debits are positive and credits negative, so what we owe somebody is a negative balance. */
public enum AccountType {
    /** What the payment provider holds for all of us. */
    PSP(false),
    /** A merchant's money that the payout rule has not released yet (K2, K3). */
    MERCHANT_PENDING(true),
    /** A merchant's money that may be paid out; never below zero. */
    MERCHANT_AVAILABLE(true),
    /** What a merchant owes after a refund that its money did not cover; netted from its later releases. */
    MERCHANT_DEBT(true),
    PLATFORM_FEES(false),
    /** Refunds asked for that the provider has not made yet. */
    REFUND_CLEARING(false),
    /** Payouts sent that the provider has not paid yet. */
    PAYOUT_IN_TRANSIT(false),
    /** Tourist tax collected for a commune. */
    TOURIST_TAX(true),
    /** Money held back for chargebacks. */
    DISPUTE_RESERVE(false);

    private final boolean owned;

    AccountType(boolean owned) {
        this.owned = owned;
    }

    /** Whether there is one such account per owner: a merchant, or a commune for the tourist tax. */
    public boolean isOwned() {
        return owned;
    }

    /** {@code merchant_pending}, as written in account codes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
