package fr.halle.order.model;

import static fr.halle.order.model.BalanceDueState.LINK_SENT;
import static fr.halle.order.model.BalanceDueState.OVERDUE;
import static fr.halle.order.model.BalanceDueState.PAID;
import static fr.halle.order.model.BalanceDueState.REMINDED;
import static fr.halle.order.model.BalanceDueState.SCHEDULED;
import static fr.halle.order.model.BalanceDueState.WAIVED;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.MERCHANT;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;
import static fr.halle.shared.model.Actor.Kind.PROVIDER;
import static fr.halle.shared.model.Actor.Kind.SYSTEM;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Transition;
import java.util.Set;

/** Every legal move of a balance. Sending the link again (M21) moves nothing. */
public enum BalanceDueTransition implements Transition<BalanceDueState> {
    // @formatter:off
    //        from                                           to         asked for by
    SEND_LINK(from(SCHEDULED),                               LINK_SENT, by(CLOCK, MERCHANT, OPERATOR)),
    REMIND   (from(LINK_SENT),                               REMINDED,  by(CLOCK, MERCHANT, OPERATOR)),
    PAY      (from(SCHEDULED, LINK_SENT, REMINDED, OVERDUE), PAID,      by(PROVIDER, CLOCK, SYSTEM)),
    MISS     (from(LINK_SENT, REMINDED),                     OVERDUE,   by(CLOCK)),
    WAIVE    (from(SCHEDULED, LINK_SENT, REMINDED, OVERDUE), WAIVED,    by(MERCHANT, OPERATOR, SYSTEM));
    // @formatter:on

    public static final Lifecycle<BalanceDueState, BalanceDueTransition> LIFECYCLE =
            Lifecycle.of("balance_due", BalanceDueState.SCHEDULED, BalanceDueTransition.class);

    private final Set<BalanceDueState> from;
    private final BalanceDueState to;
    private final Set<Actor.Kind> by;

    BalanceDueTransition(Set<BalanceDueState> from, BalanceDueState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<BalanceDueState> from() {
        return from;
    }

    @Override
    public BalanceDueState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<BalanceDueState> from(BalanceDueState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
