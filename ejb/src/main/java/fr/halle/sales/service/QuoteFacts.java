package fr.halle.sales.service;

import fr.halle.order.service.BalanceMoved;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What a request's quotes make of it: how many prestations (a dossier has some, K22), how much is offered, since when the desk has
 * acted, what is due next. Reckoned anew from the rows whenever one changes, and written nowhere else. A dossier whose quote was
 * lost stays one: its last prestations count.
 */
@Service
public class QuoteFacts {

    /** Ordered quotes and the one in progress; where there is neither, the last that had prestations. */
    private static final String COUNTED =
            "select q.id, q.total_cents, q.order_id, q.state in ('DRAFT', 'SENT', 'ACCEPTED') as living from quote q where q.request_id = %1$s and (q.order_id is not null"
                    + " or q.id = (select w.id from quote w where w.request_id = %1$s and w.order_id is null"
                    + " and (w.state in ('SENT', 'ACCEPTED') or exists (select from quote_line l where l.quote_id = w.id))"
                    + " and (w.state in ('DRAFT', 'SENT', 'ACCEPTED') or not exists (select from quote p where p.request_id = %1$s and p.order_id is not null))"
                    + " order by w.state in ('SENT', 'ACCEPTED') desc, w.state = 'DRAFT' desc, w.no desc limit 1))";

    /** As an expression over {@code r}, the request: a test compares them with what is kept. */
    static final String PRESTATIONS = "(select count(*) from quote_line l where l.quote_id in (select c.id from ("
            + COUNTED.formatted("r.id") + ") c))";

    static final String QUOTED = "(select coalesce(sum(c.total_cents) filter (where c.living), 0) from ("
            + COUNTED.formatted("r.id") + ") c)";

    static final String ACTED = "(select min(s.sent_at) from quote s where s.request_id = r.id)";

    static final String DUE =
            "least((select s.valid_until from quote s where s.request_id = r.id and s.order_id is null and s.state in ('SENT', 'ACCEPTED')),"
                    + " (select min(b.due_on) from quote s join balance_due b on b.order_id = s.order_id where s.request_id = r.id"
                    + " and b.state not in ('PAID', 'WAIVED')))";

    private static final String REFRESH =
            "update sales_request r set prestations = " + PRESTATIONS + ", quoted_cents = " + QUOTED
                    + ", acted_at = least(r.acted_at, " + ACTED + "), due_on = " + DUE + " where r.id = ?";

    @Inject
    private Sql sql;

    /** In the transaction of whatever changed. */
    public void refresh(long requestId) {
        sql.update(REFRESH, requestId);
    }

    /** After what {@code writes} will write. */
    void refresh(Pipeline writes, long requestId) {
        writes.update(REFRESH, requestId);
    }

    void quoteMoved(@Observes QuoteMoved moved) {
        refresh(moved.requestId());
    }

    /** What is paid or waived is due no more. */
    void balanceMoved(@Observes BalanceMoved moved) {
        sql.list(
                        "select q.request_id from quote q join balance_due b on b.order_id = q.order_id where b.id = ?",
                        row -> row.number("request_id"),
                        moved.balanceId())
                .forEach(this::refresh);
    }
}
