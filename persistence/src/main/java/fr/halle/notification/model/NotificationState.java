package fr.halle.notification.model;

import fr.halle.shared.model.LifecycleState;

/** Where a mail or an SMS stands. */
public enum NotificationState implements LifecycleState {
    /** Written with the fact it tells; not sent yet. */
    QUEUED,
    /** The mail server or the gateway took it. */
    SENT,
    /** It failed and will be tried again. */
    RETRYING,
    /** It failed for good: the operator may resend it. */
    DEAD;

    @Override
    public boolean isTerminal() {
        return this == SENT;
    }
}
