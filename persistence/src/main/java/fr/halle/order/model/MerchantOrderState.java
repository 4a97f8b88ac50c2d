package fr.halle.order.model;

import fr.halle.shared.model.LifecycleState;

/** Where a merchant's part of an order stands (M35–M42). The customer's order has no state of its own: it follows from its parts. */
public enum MerchantOrderState implements LifecycleState {
    /** Paid and told to the merchant, who has not looked at it yet (M35). */
    RECORDED,
    /** The merchant is checking that it can be had (M36). */
    CONFIRMING,
    /** Validated: the merchant is preparing it (M37, K16). */
    PROCESSING,
    /** It waits for the customer or the courier (M38). */
    READY,
    /** On its way, or being handed over. */
    HANDING_OVER,
    /** The customer has it; the payout rule may start from here (K2, M44). */
    COMPLETED,
    /** Cancelled with a reason, and refunded by K7 (M40). */
    CANCELLED,
    /** Set by the system alone, with a cause (M41); replayed or cancelled by the operator. */
    ERROR;

    @Override
    public boolean isTerminal() {
        return this == COMPLETED || this == CANCELLED;
    }
}
