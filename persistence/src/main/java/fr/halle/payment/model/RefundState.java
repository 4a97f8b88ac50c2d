package fr.halle.payment.model;

import fr.halle.shared.model.LifecycleState;

/** Where a refund stands (C15, T06). Its id is stored before the provider is asked. */
public enum RefundState implements LifecycleState {
    /** To be refunded. */
    REQUESTED,
    /** The provider was asked. */
    SENT,
    /** The money went back. */
    SUCCEEDED,
    /** The provider refused; it may be retried. */
    FAILED,
    /** No answer came: a job asks again. */
    UNKNOWN;

    @Override
    public boolean isTerminal() {
        return this == SUCCEEDED;
    }
}
