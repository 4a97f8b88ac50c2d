package fr.halle.payment.service;

import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one door through which a payment's state changes. Plain SQL, since every order passes through it. */
@Service
public class PaymentLifecycle {

    private static final String MOVE =
            "update payment set state = ?, version = version + 1, checks = 0, next_check_at = ?::timestamptz,"
                    + " authorised_at = case when ? in ('AUTHORISED', 'CAPTURED') then coalesce(authorised_at, ?) else authorised_at end,"
                    + " captured_at = case when ? = 'CAPTURED' then coalesce(captured_at, ?) else captured_at end,"
                    + " order_id = ?::bigint, return_key = coalesce(return_key, ?::uuid), provider_id = coalesce(?, provider_id),"
                    + " redirect_url = coalesce(?, redirect_url), result_code = coalesce(?, result_code),"
                    + " result_text = coalesce(?, result_text), three_ds = coalesce(?, three_ds), return_id = coalesce(?, return_id)"
                    + " where id = ?";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<PaymentMove> moves;

    /**
     * Locks the payment, asks the observers what follows from the move, and writes it all with its history, in the caller's transaction.
     *
     * @param detail for the operator: the provider's code and words, without personal data
     * @throws fr.halle.shared.model.MoveRefused when the table has no such row for this state and this actor
     */
    public PaymentState apply(long paymentId, PaymentTransition transition, Actor actor, String detail) {
        return apply(PaymentRow.lock(sql, paymentId), transition, actor, detail);
    }

    /** For who holds the row already. @param payment locked in this transaction, and in the state it was read in */
    PaymentState apply(PaymentRow payment, PaymentTransition transition, Actor actor, String detail) {
        return apply(payment, transition, actor, detail, Learned.NOTHING);
    }

    PaymentState apply(PaymentRow payment, PaymentTransition transition, Actor actor, String detail, Learned learned) {
        PaymentMove move = new PaymentMove(payment, transition, sql.pipeline(), null);
        return apply(move, actor, detail, to -> update(move, to, learned));
    }

    /**
     * For a payment that is made and accepted in one: it is written once, as it is after the move.
     *
     * @param pipeline what is written before it, in the same round trip
     * @param known see {@link PaymentMove#known}
     */
    PaymentState applyAtOnce(
            PaymentRow payment,
            PaymentTransition transition,
            Actor actor,
            @Nullable String providerId,
            Pipeline pipeline,
            Object known) {
        PaymentMove move = new PaymentMove(payment, transition, pipeline, known);
        String detail = providerId == null ? payment.method().name() : providerId;
        return apply(
                move, actor, detail, to -> payment.insert(pipeline, clock.instant(), to, providerId, move.orderId()));
    }

    private PaymentState apply(PaymentMove move, Actor actor, String detail, Consumer<PaymentState> write) {
        PaymentRow payment = move.payment();
        PaymentTransition transition = move.transition();
        PaymentState to = transition.apply(payment.state(), actor.kind());
        moves.fire(move);
        write.accept(to);
        move.writes()
                .update(
                        "insert into payment_move (id, payment_id, transition, from_state, to_state, actor_kind, detail, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        ids.next(),
                        payment.id(),
                        transition,
                        payment.state(),
                        to,
                        actor.kind(),
                        detail,
                        clock.instant());
        move.writes().run();
        return to;
    }

    private void update(PaymentMove move, PaymentState to, Learned learned) {
        Instant now = clock.instant();
        move.writes()
                .update(
                        MOVE,
                        to,
                        move.returnKey() == null ? CheckSchedule.afterMove(to, now) : now,
                        to,
                        now,
                        to,
                        now,
                        move.orderId(),
                        move.returnKey(),
                        learned.providerId(),
                        learned.redirectUrl(),
                        learned.resultCode(),
                        learned.resultText(),
                        learned.threeDs(),
                        learned.returnId(),
                        move.payment().id());
    }
}
