package fr.halle.notification.model;

import static fr.halle.notification.model.NotificationState.DEAD;
import static fr.halle.notification.model.NotificationState.QUEUED;
import static fr.halle.notification.model.NotificationState.RETRYING;
import static fr.halle.notification.model.NotificationState.SENT;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.MERCHANT;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;
import static fr.halle.shared.model.Actor.Kind.SYSTEM;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Transition;
import java.util.Set;

/** Every legal move of a notification. Sending a mail again that was sent (M17) is a new notification. */
public enum NotificationTransition implements Transition<NotificationState> {
    // @formatter:off
    //     from                    to        asked for by
    SEND  (from(QUEUED, RETRYING), SENT,     by(SYSTEM, CLOCK)),
    RETRY (from(QUEUED, RETRYING), RETRYING, by(SYSTEM, CLOCK)),
    BURY  (from(QUEUED, RETRYING), DEAD,     by(SYSTEM, CLOCK)),
    RESEND(from(DEAD),             QUEUED,   by(MERCHANT, OPERATOR));
    // @formatter:on

    public static final Lifecycle<NotificationState, NotificationTransition> LIFECYCLE =
            Lifecycle.of("notification", NotificationState.QUEUED, NotificationTransition.class);

    private final Set<NotificationState> from;
    private final NotificationState to;
    private final Set<Actor.Kind> by;

    NotificationTransition(Set<NotificationState> from, NotificationState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<NotificationState> from() {
        return from;
    }

    @Override
    public NotificationState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<NotificationState> from(NotificationState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
