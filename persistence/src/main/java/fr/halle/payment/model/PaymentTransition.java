package fr.halle.payment.model;

import static fr.halle.payment.model.PaymentState.ABANDONED;
import static fr.halle.payment.model.PaymentState.AUTHORISED;
import static fr.halle.payment.model.PaymentState.CAPTURED;
import static fr.halle.payment.model.PaymentState.DISPUTED;
import static fr.halle.payment.model.PaymentState.EXPIRED;
import static fr.halle.payment.model.PaymentState.INITIATED;
import static fr.halle.payment.model.PaymentState.REDIRECTED;
import static fr.halle.payment.model.PaymentState.REFUSED;
import static fr.halle.payment.model.PaymentState.UNKNOWN;
import static fr.halle.payment.model.PaymentState.VOIDED;
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

/**
 * Every legal move of a payment. What the provider says of a payment that we had given up is still the truth: an abandoned or
 * expired one may turn out authorised or captured, and is then voided or refunded if no order can be made of it.
 */
public enum PaymentTransition implements Transition<PaymentState> {
    // @formatter:off
    //          from                                                                  to          asked for by
    REDIRECT   (from(INITIATED),                                                      REDIRECTED, by(CUSTOMER, SYSTEM)),
    AUTHORISE  (from(INITIATED, REDIRECTED, UNKNOWN, ABANDONED, EXPIRED),             AUTHORISED, by(PROVIDER, CLOCK, SYSTEM)),
    CAPTURE    (from(INITIATED, REDIRECTED, AUTHORISED, UNKNOWN, ABANDONED, EXPIRED), CAPTURED,   by(PROVIDER, CLOCK, SYSTEM)),
    REFUSE     (from(INITIATED, REDIRECTED, AUTHORISED, UNKNOWN),                     REFUSED,    by(PROVIDER, CLOCK, SYSTEM)),
    ABANDON    (from(INITIATED, REDIRECTED, UNKNOWN),                                 ABANDONED,  by(CUSTOMER, PROVIDER, CLOCK, SYSTEM)),
    EXPIRE     (from(INITIATED, REDIRECTED, AUTHORISED, UNKNOWN),                     EXPIRED,    by(PROVIDER, CLOCK, SYSTEM)),
    VOID       (from(AUTHORISED, UNKNOWN, DISPUTED),                                  VOIDED,     by(MERCHANT, OPERATOR, PROVIDER, CLOCK, SYSTEM)),
    TIME_OUT   (from(INITIATED, REDIRECTED, AUTHORISED),                              UNKNOWN,    by(PROVIDER, CLOCK, SYSTEM)),
    DISPUTE    (from(AUTHORISED, CAPTURED),                                           DISPUTED,   by(PROVIDER, CLOCK, OPERATOR)),
    WIN_DISPUTE(from(DISPUTED),                                                       CAPTURED,   by(PROVIDER, CLOCK, OPERATOR)),
    RESUME     (from(DISPUTED),                                                       AUTHORISED, by(PROVIDER, CLOCK, OPERATOR));
    // @formatter:on

    public static final Lifecycle<PaymentState, PaymentTransition> LIFECYCLE =
            Lifecycle.of("payment", PaymentState.INITIATED, PaymentTransition.class);

    private final Set<PaymentState> from;
    private final PaymentState to;
    private final Set<Actor.Kind> by;

    PaymentTransition(Set<PaymentState> from, PaymentState to, Set<Actor.Kind> by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    @Override
    public Set<PaymentState> from() {
        return from;
    }

    @Override
    public PaymentState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    private static Set<PaymentState> from(PaymentState... states) {
        return Set.of(states);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
