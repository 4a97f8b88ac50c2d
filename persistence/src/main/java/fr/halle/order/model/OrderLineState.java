package fr.halle.order.model;

import fr.halle.shared.model.LifecycleState;

/** Where one prestation stands, beside its part's state (requirements.md 8, fact 9). */
public enum OrderLineState implements LifecycleState {
    /** Sold: paid with its order. */
    CONFIRMED,
    /** It will not be delivered, and its places are free (K9). */
    CANCELLED,
    /** Its whole price went back; its places are kept as long as it is not cancelled too. */
    REFUNDED;

    @Override
    public boolean isTerminal() {
        return this == CANCELLED;
    }
}
