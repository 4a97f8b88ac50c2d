package fr.halle.order.model;

import fr.halle.shared.model.LifecycleState;

/** Where the balance of a stay stands (C07): the deposit was paid with the order. */
public enum BalanceDueState implements LifecycleState {
    /** Its date has not come. */
    SCHEDULED,
    /** The customer has the link (T01). */
    LINK_SENT,
    /** The customer was reminded. */
    REMINDED,
    /** Paid, once. */
    PAID,
    /** Its date passed unpaid: the merchant decides. */
    OVERDUE,
    /** No longer asked for. */
    WAIVED;

    @Override
    public boolean isTerminal() {
        return this == PAID || this == WAIVED;
    }
}
