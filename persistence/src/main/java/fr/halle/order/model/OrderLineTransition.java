package fr.halle.order.model;

import static fr.halle.order.model.OrderLineState.CANCELLED;
import static fr.halle.order.model.OrderLineState.CONFIRMED;
import static fr.halle.order.model.OrderLineState.REFUNDED;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.MERCHANT;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;
import static fr.halle.shared.model.Actor.Kind.SYSTEM;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Transition;
import java.util.Set;

/**
 * Every legal move of a line: refunded by itself, though its part lives on and keeps its places (M21); cancelled with its part or alone
 * (K9), whose money is its refunds' to tell of.
 */
public enum OrderLineTransition implements Transition<OrderLineState> {
    // @formatter:off
    //     from                       to         asked for by
    CANCEL(from(CONFIRMED, REFUNDED), CANCELLED, by(MERCHANT, OPERATOR, CLOCK, SYSTEM)),
    REFUND(from(CONFIRMED),           REFUNDED,  by(SYSTEM));
    // @formatter:on

    public static final Lifecycle<OrderLineState, OrderLineTransition> LIFECYCLE =
            Lifecycle.of("order_line", OrderLineState.CONFIRMED, OrderLineTransition.class);

    private final Set<OrderLineState> from;
    private final OrderLineState to;
    private final Set<Actor.Kind> by;

    OrderLineTransition(Set<OrderLineState> from, OrderLineState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<OrderLineState> from() {
        return from;
    }

    @Override
    public OrderLineState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<OrderLineState> from(OrderLineState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
