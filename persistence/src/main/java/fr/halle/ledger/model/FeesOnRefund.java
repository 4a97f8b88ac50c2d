package fr.halle.ledger.model;

/**
 * What becomes of the fee when a share is refunded: setting {@code fees.on_refund} (K6). The documents are silent. Where the
 * customer has a right to everything back (withdrawal, Code de la consommation L221-24; non-delivery, L216-7), the fault is not
 * the customer's: callers say so.
 */
public enum FeesOnRefund {
    RETURNED,
    KEPT,
    CHARGED_TO_FAULT_PARTY;

    /** Whose doing the refund is. */
    public enum Fault {
        CUSTOMER,
        MERCHANT,
        PLATFORM
    }

    /** What of {@code feeCents} the platform gives back to the merchant. */
    public long returnedToMerchant(long feeCents, Fault fault) {
        return switch (this) {
            case RETURNED -> feeCents;
            case KEPT -> 0;
            case CHARGED_TO_FAULT_PARTY -> fault == Fault.PLATFORM ? feeCents : 0;
        };
    }
}
