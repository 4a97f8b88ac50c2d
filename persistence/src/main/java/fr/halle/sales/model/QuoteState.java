package fr.halle.sales.model;

import fr.halle.shared.model.LifecycleState;

/** Where a quote stands. One that has become an order stays ACCEPTED. */
public enum QuoteState implements LifecycleState {
    /** Being written; the customer sees nothing of it. */
    DRAFT,
    /** The customer has its link (C24). */
    SENT,
    /** By its customer, with evidence of what was shown (C25, K23). */
    ACCEPTED,
    /** No longer offered: the dates changed, or a newer one took its place (S19, K24). It stays readable. */
    VOIDED,
    /** Its validity ended before it was paid. */
    EXPIRED,
    /** By its customer. */
    DECLINED;

    @Override
    public boolean isTerminal() {
        return this == VOIDED || this == EXPIRED || this == DECLINED;
    }
}
