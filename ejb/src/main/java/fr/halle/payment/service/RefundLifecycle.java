package fr.halle.payment.service;

import fr.halle.payment.model.RefundState;
import fr.halle.payment.model.RefundTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** The one door through which a refund moves, in the caller's transaction: locked, checked, written, told. */
@Service
public class RefundLifecycle {

    private static final int LONGEST_DETAIL = 500;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<RefundMoved> moved;

    /** Empty while somebody else holds it: that one goes on with it. */
    Optional<Refund> lockFree(long refundId) {
        return sql.one(Refund.SELECT + " where r.id = ? for no key update of r skip locked", Refund::of, refundId);
    }

    Refund lock(long refundId) {
        return sql.one(Refund.SELECT + " where r.id = ? for no key update of r", Refund::of, refundId)
                .orElseThrow(() -> new IllegalArgumentException("No refund " + refundId));
    }

    /**
     * @param detail for the operator, without personal data
     * @throws fr.halle.shared.model.MoveRefused when the table has no such row
     */
    void apply(Refund refund, RefundTransition transition, Actor actor, String detail) {
        RefundState to = refund.after(transition, actor);
        sql.update(
                "update refund set state = ?, version = version + 1,"
                        + " sent_at = case when ? = 'SENT' then coalesce(sent_at, ?) else sent_at end,"
                        + " succeeded_at = case when ? = 'SUCCEEDED' then ?::timestamptz end where id = ?",
                to,
                to,
                clock.instant(),
                to,
                clock.instant(),
                refund.id());
        sql.update(
                "insert into refund_move (id, refund_id, transition, from_state, to_state, detail, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                refund.id(),
                transition,
                refund.state(),
                to,
                detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)),
                clock.instant());
        moved.fire(new RefundMoved(refund.id(), transition));
    }
}
