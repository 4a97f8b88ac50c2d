package fr.halle.payout.service;

import fr.halle.payout.model.PayoutState;
import fr.halle.payout.model.PayoutTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The one door through which a payout moves, in the caller's transaction. */
@Service
public class PayoutLifecycle {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<PayoutMoved> moved;

    /** Empty while somebody else holds it. */
    Optional<Payout> lockFree(long payoutId) {
        return sql.one(Payout.SELECT + " skip locked", Payout::of, payoutId);
    }

    Payout lock(long payoutId) {
        return sql.one(Payout.SELECT, Payout::of, payoutId)
                .orElseThrow(() -> new IllegalArgumentException("No payout " + payoutId));
    }

    void apply(Payout payout, PayoutTransition transition, Actor actor, String detail) {
        PayoutState to = payout.after(transition, actor);
        Instant now = clock.instant();
        sql.update(
                "update payout set state = ?, version = version + 1,"
                        + " sent_at = case when ? = 'SENT' then coalesce(sent_at, ?) else sent_at end,"
                        + " paid_at = case when ? = 'PAID' then ? else paid_at end,"
                        + " ended_at = case when ? in ('PAID', 'RETURNED', 'FAILED') then ? else ended_at end where id = ?",
                to,
                to,
                now,
                to,
                now,
                to,
                now,
                payout.id());
        sql.update(
                "insert into payout_move (id, payout_id, transition, from_state, to_state, actor_kind, detail, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                payout.id(),
                transition,
                payout.state(),
                to,
                actor.kind(),
                detail,
                now);
        moved.fire(new PayoutMoved(payout.id(), transition));
    }
}
