package fr.halle.order.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What is still to be paid of a stay, for whoever opens its link (C07).
 *
 * @param language the order's
 * @param paying whether a page of the provider's is open for it, or an answer is awaited
 */
public record BalanceOffer(
        long id,
        long portalId,
        String orderNumber,
        String partNumber,
        String orderToken,
        String name,
        String seller,
        LocalDate startsOn,
        LocalDate endsOn,
        long totalCents,
        long amountCents,
        LocalDate dueOn,
        BalanceDueState state,
        boolean cancelled,
        String language,
        boolean paying) {

    /** Whether it may be paid now; an overdue one still may. */
    public boolean isPayable() {
        return !cancelled && state != BalanceDueState.PAID && state != BalanceDueState.WAIVED;
    }

    static BalanceOffer of(Row row) throws SQLException {
        return new BalanceOffer(
                row.number("id"),
                row.number("portal_id"),
                fr.halle.shared.model.OrderNumbers.format(row.number("order_no")),
                row.text("part_number"),
                row.text("order_token"),
                row.text("name"),
                row.text("seller"),
                row.date("starts_on"),
                row.date("ends_on"),
                row.number("total_cents"),
                row.number("amount_cents"),
                row.date("due_on"),
                row.constant("state", BalanceDueState.class),
                row.flag("cancelled"),
                row.text("language"),
                row.flag("paying"));
    }
}
