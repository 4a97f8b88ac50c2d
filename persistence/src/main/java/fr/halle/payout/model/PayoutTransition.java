package fr.halle.payout.model;

import static fr.halle.payout.model.PayoutState.FAILED;
import static fr.halle.payout.model.PayoutState.PAID;
import static fr.halle.payout.model.PayoutState.PLANNED;
import static fr.halle.payout.model.PayoutState.RETURNED;
import static fr.halle.payout.model.PayoutState.SENT;
import static fr.halle.payout.model.PayoutState.UNKNOWN;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;
import static fr.halle.shared.model.Actor.Kind.PROVIDER;
import static fr.halle.shared.model.Actor.Kind.SYSTEM;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Transition;
import java.util.Set;

/**
 * Every legal move of a payout. A returned or failed one is over: its money is available again and a new payout takes it, with a
 * new id. Only one that the provider never saw is sent again, with the same id.
 */
public enum PayoutTransition implements Transition<PayoutState> {
    // @formatter:off
    //       from                       to        asked for by
    SEND    (from(PLANNED),             SENT,     by(CLOCK, OPERATOR, SYSTEM)),
    PAY     (from(SENT, UNKNOWN),       PAID,     by(PROVIDER, CLOCK, SYSTEM)),
    RETURN  (from(SENT, PAID, UNKNOWN), RETURNED, by(PROVIDER, CLOCK, SYSTEM)),
    FAIL    (from(SENT, UNKNOWN),       FAILED,   by(PROVIDER, CLOCK, SYSTEM)),
    TIME_OUT(from(SENT),                UNKNOWN,  by(PROVIDER, CLOCK, SYSTEM)),
    RETRY   (from(UNKNOWN),             SENT,     by(OPERATOR, CLOCK, SYSTEM));
    // @formatter:on

    public static final Lifecycle<PayoutState, PayoutTransition> LIFECYCLE =
            Lifecycle.of("payout", PayoutState.PLANNED, PayoutTransition.class);

    private final Set<PayoutState> from;
    private final PayoutState to;
    private final Set<Actor.Kind> by;

    PayoutTransition(Set<PayoutState> from, PayoutState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<PayoutState> from() {
        return from;
    }

    @Override
    public PayoutState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<PayoutState> from(PayoutState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
