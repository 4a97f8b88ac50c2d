package fr.halle.payout.model;

import fr.halle.shared.model.LifecycleState;

/** Where a transfer to a merchant's bank account stands (M62, M67). */
public enum PayoutState implements LifecycleState {
    /** Its amount is set aside. */
    PLANNED,
    /** The provider was asked. */
    SENT,
    /** The provider paid it; the bank may still return it. */
    PAID,
    /** The bank sent it back: the money is available again. */
    RETURNED,
    /** The provider refused it: the money is available again. */
    FAILED,
    /** No answer came: a job asks again. */
    UNKNOWN;

    @Override
    public boolean isTerminal() {
        return this == RETURNED || this == FAILED;
    }
}
