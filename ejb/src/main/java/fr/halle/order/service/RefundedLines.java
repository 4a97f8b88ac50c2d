package fr.halle.order.service;

import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.OrderLineTransition;
import fr.halle.payment.model.RefundTransition;
import fr.halle.payment.service.RefundMoved;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/**
 * A prestation that was refunded by itself (M21) says so once all of its price has reached the customer. It keeps its places and its part
 * goes on; nothing that is still owed for it is waited for. A cancelled one stays cancelled.
 */
@Service
public class RefundedLines {

    /** A deposit that went back is not the price, as long as the balance is asked for. */
    private static final String GIVEN_BACK = """
            select l.id, l.merchant_order_id, r.reason
              from refund r join order_line l on l.id = r.line_id
             where r.id = ? and l.state = ?
               and not exists (select from refund x where x.line_id = l.id and x.state <> 'SUCCEEDED')
               and not exists (select from balance_due b where b.line_id = l.id and b.state not in ('PAID', 'WAIVED'))
            """;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private PartShares shares;

    private record Line(long id, long partId, String reason) {}

    /** Before whoever counts what is still agreed of the part. */
    void onMove(@Observes @Priority(Interceptor.Priority.APPLICATION) RefundMoved event) {
        if (event.transition() != RefundTransition.SUCCEED && event.transition() != RefundTransition.SETTLE) {
            return;
        }
        // Of two refunds of one line, deposit and balance, the later one sees the earlier one's end.
        sql.list(
                "select id from order_line where id = (select line_id from refund where id = ?) for no key update",
                row -> row.number("id"),
                event.refundId());
        sql.one(
                        GIVEN_BACK,
                        row -> new Line(row.number("id"), row.number("merchant_order_id"), row.text("reason")),
                        event.refundId(),
                        OrderLineState.CONFIRMED)
                .filter(line -> shares.leftOfLines(line.partId()).getOrDefault(line.id(), 0L) == 0)
                .ifPresent(this::refund);
    }

    private void refund(Line line) {
        OrderLineState from = OrderLineState.CONFIRMED;
        OrderLineState to = OrderLineTransition.REFUND.apply(from, Actor.SYSTEM.kind());
        if (sql.update("update order_line set state = ? where id = ? and state = ?", to, line.id(), from) == 0) {
            return;
        }
        sql.update(
                "insert into order_line_move (id, merchant_order_id, line_id, transition, from_state, to_state, actor_kind,"
                        + " actor_name, reason, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                line.partId(),
                line.id(),
                OrderLineTransition.REFUND,
                from,
                to,
                Actor.SYSTEM.kind(),
                Actor.SYSTEM.name(),
                line.reason(),
                clock.instant());
    }
}
