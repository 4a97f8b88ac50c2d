package fr.halle.outside.model;

import fr.halle.shared.model.LifecycleState;

/** Where a sale, or its cancellation, stands on its way to the outside system (S31, T09). */
public enum OutsidePushState implements LifecycleState {
    /** Written with the order; not sent yet. */
    QUEUED,
    /** Being sent. */
    SENT,
    /** The outside system has it, under a receipt number. */
    RECEIPTED,
    /** It surely was not taken, and will be sent again. */
    RETRYING,
    /** No answer came: the outside system is asked by its key before it is sent again. */
    UNKNOWN,
    /** Refused, or given up: the desk may have it replayed. */
    DEAD,
    /** Cancelled before the outside system took it: nothing is left to tell. */
    WITHDRAWN;

    @Override
    public boolean isTerminal() {
        return this == RECEIPTED || this == WITHDRAWN;
    }
}
