package fr.halle.payment.model;

import static fr.halle.payment.model.RefundState.FAILED;
import static fr.halle.payment.model.RefundState.REQUESTED;
import static fr.halle.payment.model.RefundState.SENT;
import static fr.halle.payment.model.RefundState.SUCCEEDED;
import static fr.halle.payment.model.RefundState.UNKNOWN;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;
import static fr.halle.shared.model.Actor.Kind.PROVIDER;
import static fr.halle.shared.model.Actor.Kind.SYSTEM;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Transition;
import java.util.Set;

/** Every legal move of a refund. A retry sends the same id again, so that it cannot be paid twice. */
public enum RefundTransition implements Transition<RefundState> {
    // @formatter:off
    //       from                   to         asked for by
    SEND    (from(REQUESTED),       SENT,      by(CLOCK, SYSTEM)),
    SUCCEED (from(SENT, UNKNOWN),   SUCCEEDED, by(PROVIDER, CLOCK, SYSTEM)),
    FAIL    (from(SENT, UNKNOWN),   FAILED,    by(PROVIDER, CLOCK, SYSTEM)),
    TIME_OUT(from(SENT),            UNKNOWN,   by(PROVIDER, CLOCK, SYSTEM)),
    RETRY   (from(FAILED, UNKNOWN), SENT,      by(OPERATOR, CLOCK, SYSTEM)),
    /** The money reached the customer by another way, which the operator proves by a reference (O16). */
    SETTLE  (from(FAILED, UNKNOWN), SUCCEEDED, by(OPERATOR));
    // @formatter:on

    public static final Lifecycle<RefundState, RefundTransition> LIFECYCLE =
            Lifecycle.of("refund", RefundState.REQUESTED, RefundTransition.class);

    private final Set<RefundState> from;
    private final RefundState to;
    private final Set<Actor.Kind> by;

    RefundTransition(Set<RefundState> from, RefundState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<RefundState> from() {
        return from;
    }

    @Override
    public RefundState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<RefundState> from(RefundState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
