package fr.halle.payment.service;

import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** The one door through which a payment's state changes. Plain SQL, since every order passes through it. */
@ApplicationScoped
public class PaymentLifecycle {

    private static final String MOVE =
            "update payment set state = ?, version = version + 1, checks = 0, next_check_at = ?,"
                    + " authorised_at = case when ? in ('AUTHORISED', 'CAPTURED') then coalesce(authorised_at, ?) else authorised_at end,"
                    + " captured_at = case when ? = 'CAPTURED' then coalesce(captured_at, ?) else captured_at end where id = ?";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<PaymentMoved> moved;

    /**
     * Locks the payment, makes the move, keeps its history and tells the observers, all in the caller's transaction.
     *
     * @param detail for the operator: the provider's code and words, without personal data
     * @throws fr.halle.shared.model.MoveRefused when the table has no such row for this state and this actor
     */
    public PaymentState apply(long paymentId, PaymentTransition transition, Actor actor, String detail) {
        return apply(PaymentRow.lock(sql, paymentId), transition, actor, detail);
    }

    /** For who holds the row already. @param payment locked in this transaction, and in the state it was read in */
    PaymentState apply(PaymentRow payment, PaymentTransition transition, Actor actor, String detail) {
        PaymentState to = transition.apply(payment.state(), actor.kind());
        write(payment.id(), transition, payment.state(), to, actor, detail);
        moved.fire(new PaymentMoved(
                payment.id(),
                transition,
                payment.purpose(),
                payment.checkoutId(),
                payment.orderId(),
                payment.balanceId()));
        return to;
    }

    private void write(
            long paymentId,
            PaymentTransition transition,
            PaymentState from,
            PaymentState to,
            Actor actor,
            String detail) {
        Instant now = clock.instant();
        Pipeline pipeline = sql.pipeline();
        pipeline.update(MOVE, to, CheckSchedule.afterMove(to, now), to, now, to, now, paymentId);
        pipeline.update(
                "insert into payment_move (id, payment_id, transition, from_state, to_state, actor_kind, detail, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                paymentId,
                transition,
                from,
                to,
                actor.kind(),
                detail,
                now);
        pipeline.run();
    }
}
