package fr.halle.sales.model;

import static fr.halle.sales.model.QuoteState.ACCEPTED;
import static fr.halle.sales.model.QuoteState.DECLINED;
import static fr.halle.sales.model.QuoteState.DRAFT;
import static fr.halle.sales.model.QuoteState.EXPIRED;
import static fr.halle.sales.model.QuoteState.SENT;
import static fr.halle.sales.model.QuoteState.VOIDED;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.CUSTOMER;
import static fr.halle.shared.model.Actor.Kind.MERCHANT;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Transition;
import java.util.Set;

/** Every legal move of a quote. One that has become an order makes none any more: the order has a life of its own (K10). */
public enum QuoteTransition implements Transition<QuoteState> {
    // @formatter:off
    //      from                            to        asked for by
    SEND   (from(DRAFT),                    SENT,     by(MERCHANT, OPERATOR)),
    ACCEPT (from(SENT),                     ACCEPTED, by(CUSTOMER)),
    DECLINE(from(SENT),                     DECLINED, by(CUSTOMER)),
    VOID   (from(DRAFT, SENT, ACCEPTED),    VOIDED,   by(MERCHANT, OPERATOR)),
    EXPIRE (from(SENT, ACCEPTED),           EXPIRED,  by(CLOCK));
    // @formatter:on

    public static final Lifecycle<QuoteState, QuoteTransition> LIFECYCLE =
            Lifecycle.of("quote", QuoteState.DRAFT, QuoteTransition.class);

    private final Set<QuoteState> from;
    private final QuoteState to;
    private final Set<Actor.Kind> by;

    QuoteTransition(Set<QuoteState> from, QuoteState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<QuoteState> from() {
        return from;
    }

    @Override
    public QuoteState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<QuoteState> from(QuoteState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
