package fr.halle.order.model;

import fr.halle.shared.model.LifecycleState;

/** Where one prestation stands, beside its part's state (requirements.md 8, fact 9). */
public enum OrderLineState implements LifecycleState {
    /** Sold: paid with its order. */
    CONFIRMED,
    /** It will not be delivered (K9). */
    CANCELLED,
    /** Its whole price went back. */
    REFUNDED;

    @Override
    public boolean isTerminal() {
        return this == REFUNDED;
    }
}
