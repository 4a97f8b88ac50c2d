package fr.halle.order.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Reads bills and holds them. Whoever also holds parts holds those first, and balances by id: nobody waits in a circle. */
@Service
class Bills {

    private static final String REMIND_ON = "b.due_on - coalesce((o.settings ->> 'balance.reminder_days')::int, 3)";

    private static final String SELECT = "select b.id, b.state, b.amount_cents, b.tax_cents, b.send_on, b.due_on, "
            + REMIND_ON + " as remind_on, b.line_id, b.merchant_order_id, b.merchant_id, b.order_id, m.number,"
            + " m.state = 'CANCELLED' as cancelled, o.order_no, o.portal_id, o.email, o.language"
            + " from balance_due b join merchant_order m on m.id = b.merchant_order_id"
            + " join customer_order o on o.id = b.order_id where b.bill_id = ? order by b.id";

    private static final String DUE =
            "select distinct b.bill_id as id from balance_due b join customer_order o on o.id = b.order_id"
                    + " where b.bill_id > ? and b.state in ('SCHEDULED', 'LINK_SENT', 'REMINDED') and ((b.state = 'SCHEDULED' and b.send_on <= ?)"
                    + " or (b.state in ('LINK_SENT', 'REMINDED') and b.due_on < ?)"
                    + " or (b.state = 'LINK_SENT' and " + REMIND_ON + " <= ? and b.send_on < " + REMIND_ON
                    + ")) order by b.bill_id limit ?";

    private static final String HOLD_PARTS =
            "select id from merchant_order where id in (select merchant_order_id from balance_due"
                    + " where bill_id = ?) order by id for no key update";

    @Inject
    private Sql sql;

    /** The bills that something is to be done about today, by id. */
    List<Long> due(long afterId, LocalDate today, int most) {
        return sql.list(DUE, row -> row.number("id"), afterId, today, today, today, most);
    }

    Bill read(long id) {
        return new Bill(id, sql.list(SELECT, BilledBalance::of, id));
    }

    /** Held until the transaction ends. */
    Bill lock(long id) {
        return new Bill(id, sql.list(SELECT + " for no key update of b", BilledBalance::of, id));
    }

    /** With the parts, as a cancellation does: one of the two comes first, and the other knows of it. */
    Bill lockWithParts(long id) {
        sql.list(HOLD_PARTS, row -> row.number("id"), id);
        return lock(id);
    }
}
