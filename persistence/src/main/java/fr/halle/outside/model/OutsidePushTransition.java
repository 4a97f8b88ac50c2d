package fr.halle.outside.model;

import static fr.halle.outside.model.OutsidePushState.DEAD;
import static fr.halle.outside.model.OutsidePushState.QUEUED;
import static fr.halle.outside.model.OutsidePushState.RECEIPTED;
import static fr.halle.outside.model.OutsidePushState.RETRYING;
import static fr.halle.outside.model.OutsidePushState.SENT;
import static fr.halle.outside.model.OutsidePushState.UNKNOWN;
import static fr.halle.outside.model.OutsidePushState.WITHDRAWN;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.CUSTOMER;
import static fr.halle.shared.model.Actor.Kind.MERCHANT;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;
import static fr.halle.shared.model.Actor.Kind.PROVIDER;
import static fr.halle.shared.model.Actor.Kind.SYSTEM;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Transition;
import java.util.Set;

/** Every legal move of what is told to the outside system. One key from the first sending to the last, so that nothing is sold twice. */
public enum OutsidePushTransition implements Transition<OutsidePushState> {
    // @formatter:off
    //       from                                            to         asked for by
    SEND    (from(QUEUED, RETRYING, UNKNOWN),                SENT,      by(CLOCK, SYSTEM)),
    RECEIPT (from(SENT),                                     RECEIPTED, by(CLOCK, SYSTEM)),
    RETRY   (from(SENT),                                     RETRYING,  by(CLOCK, SYSTEM)),
    TIME_OUT(from(SENT),                                     UNKNOWN,   by(CLOCK, SYSTEM)),
    BURY    (from(SENT),                                     DEAD,      by(CLOCK, SYSTEM)),
    REPLAY  (from(DEAD),                                     QUEUED,    by(MERCHANT, OPERATOR)),
    WITHDRAW(from(QUEUED, SENT, RETRYING, UNKNOWN, DEAD),    WITHDRAWN, by(CUSTOMER, MERCHANT, OPERATOR, PROVIDER, CLOCK, SYSTEM));
    // @formatter:on

    public static final Lifecycle<OutsidePushState, OutsidePushTransition> LIFECYCLE =
            Lifecycle.of("outside_push", OutsidePushState.QUEUED, OutsidePushTransition.class);

    private final Set<OutsidePushState> from;
    private final OutsidePushState to;
    private final Set<Actor.Kind> by;

    OutsidePushTransition(Set<OutsidePushState> from, OutsidePushState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<OutsidePushState> from() {
        return from;
    }

    @Override
    public OutsidePushState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<OutsidePushState> from(OutsidePushState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
