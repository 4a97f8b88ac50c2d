package fr.halle.sales.service;

import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which a quote's state changes. What is an order already, or is being paid at this moment, makes no move:
 * a quote that ends while its customer pays would be charged for nothing.
 */
@Service
public class QuoteLifecycle {

    private static final String HELD =
            "select q.request_id, q.state, o.order_no, exists (select from checkout k where k.cart_id = q.cart_id"
                    + " and k.state = 'PENDING') as paying from quote q left join customer_order o on o.id = q.order_id where q.id = ? for no key update of q";

    private static final String MOVE = "update quote set state = ?, version = version + 1,"
            + " sent_at = case when ? then ? else sent_at end, ended_at = case when ? then ? else ended_at end, end_reason = ? where id = ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<QuoteMoved> moved;

    private record Held(
            long requestId, QuoteState state, @Nullable Long orderNo, boolean paying) {

        static Held of(Row row) throws SQLException {
            return new Held(
                    row.number("request_id"),
                    row.constant("state", QuoteState.class),
                    row.numberOrNull("order_no"),
                    row.flag("paying"));
        }
    }

    /**
     * Locks the quote, makes the move and tells the observers, in the caller's transaction.
     *
     * @param reason why it ends, empty for other moves
     * @throws fr.halle.shared.model.MoveRefused when the table has no such row for this state and this actor
     * @throws QuoteOrdered when it is an order, or being paid
     */
    public QuoteState apply(long quoteId, QuoteTransition transition, Actor actor, String reason) {
        Held held = sql.one(HELD, Held::of, quoteId).orElseThrow(QuoteUnknown::new);
        Long orderNo = held.orderNo();
        if (orderNo != null || held.paying()) {
            throw new QuoteOrdered(orderNo == null ? "" : OrderNumbers.format(orderNo));
        }
        QuoteState to = transition.apply(held.state(), actor.kind());
        Instant now = clock.instant();
        sql.update(MOVE, to, transition == QuoteTransition.SEND, now, to.isTerminal(), now, reason, quoteId);
        moved.fire(new QuoteMoved(quoteId, held.requestId(), transition, actor, reason));
        return to;
    }
}
