package fr.halle.order.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;

/** The one door through which a balance's state changes (C07, T01). */
@Stateless
public class BalanceLifecycle {

    private static final String MOVE = "update balance_due set state = ?, version = version + 1,"
            + " sent_at = case when ? = 'LINK_SENT' then coalesce(sent_at, ?) else sent_at end,"
            + " paid_at = case when ? = 'PAID' then ? else paid_at end where id = ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<BalanceMoved> moved;

    /**
     * Locks the balance, makes the move and tells the observers, in the caller's transaction.
     *
     * @throws fr.halle.shared.model.MoveRefused when the table has no such row for this state and this actor
     */
    public BalanceDueState apply(long balanceId, BalanceDueTransition transition, Actor actor) {
        BalanceDueState from = sql.one(
                        "select state from balance_due where id = ? for no key update",
                        row -> row.constant("state", BalanceDueState.class),
                        balanceId)
                .orElseThrow(() -> new IllegalArgumentException("No balance " + balanceId));
        BalanceDueState to = transition.apply(from, actor.kind());
        Instant now = clock.instant();
        sql.update(MOVE, to, to, now, to, now, balanceId);
        moved.fire(new BalanceMoved(balanceId, transition));
        return to;
    }
}
