package fr.halle.order.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line's balance, and whose it is. @param cancelled whether its part is */
record BilledBalance(
        long id,
        BalanceDueState state,
        long amountCents,
        long taxCents,
        LocalDate sendOn,
        LocalDate remindOn,
        LocalDate dueOn,
        long lineId,
        long partId,
        String partNumber,
        boolean cancelled,
        long merchantId,
        long orderId,
        String orderNumber,
        long portalId,
        String email,
        String language) {

    static BilledBalance of(Row row) throws SQLException {
        return new BilledBalance(
                row.number("id"),
                row.constant("state", BalanceDueState.class),
                row.number("amount_cents"),
                row.number("tax_cents"),
                row.date("send_on"),
                row.date("remind_on"),
                row.date("due_on"),
                row.number("line_id"),
                row.number("merchant_order_id"),
                row.text("number"),
                row.flag("cancelled"),
                row.number("merchant_id"),
                row.number("order_id"),
                OrderNumbers.format(row.number("order_no")),
                row.number("portal_id"),
                row.text("email"),
                row.text("language"));
    }

    boolean isWanted() {
        return state != BalanceDueState.PAID && state != BalanceDueState.WAIVED && !cancelled;
    }

    /** What is to be done about it on {@code today}; null for nothing. */
    @Nullable
    BalanceDueTransition moveOn(LocalDate today) {
        return switch (state) {
            case SCHEDULED -> sendOn.isAfter(today) ? null : BalanceDueTransition.SEND_LINK;
            case LINK_SENT -> {
                if (dueOn.isBefore(today)) {
                    yield BalanceDueTransition.MISS;
                }
                yield remindOn.isAfter(today) || !sendOn.isBefore(remindOn) ? null : BalanceDueTransition.REMIND;
            }
            case REMINDED -> dueOn.isBefore(today) ? BalanceDueTransition.MISS : null;
            case PAID, OVERDUE, WAIVED -> null;
        };
    }
}
