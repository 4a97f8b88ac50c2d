package fr.halle.order.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the balance of stays on the date that was set with the order (C07, T01), by the calendar of Paris: the link, a reminder
 * before it is due, and overdue the day after. One move a run.
 */
@Stateless
public class BalanceLinks {

    private static final String DUE = """
            select b.id, b.state, b.send_on, b.due_on, b.merchant_id, b.merchant_order_id, b.line_id, m.number, m.portal_id,
                   o.id as order_id, o.email, o.language,
                   b.due_on - coalesce((o.settings ->> 'balance.reminder_days')::int, 3) as remind_on
              from balance_due b
              join merchant_order m on m.id = b.merchant_order_id
              join customer_order o on o.id = b.order_id
             where b.state in ('SCHEDULED', 'LINK_SENT', 'REMINDED')""";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private BalanceLifecycle lifecycle;

    @Inject
    private Notifications notifications;

    private record Balance(
            long id,
            BalanceDueState state,
            LocalDate sendOn,
            LocalDate remindOn,
            LocalDate dueOn,
            long merchantId,
            long partId,
            long lineId,
            String part,
            long portalId,
            long orderId,
            String email,
            String language) {

        static Balance of(Row row) throws SQLException {
            return new Balance(
                    row.number("id"),
                    row.constant("state", BalanceDueState.class),
                    row.date("send_on"),
                    row.date("remind_on"),
                    row.date("due_on"),
                    row.number("merchant_id"),
                    row.number("merchant_order_id"),
                    row.number("line_id"),
                    row.text("number"),
                    row.number("portal_id"),
                    row.number("order_id"),
                    row.text("email"),
                    row.text("language"));
        }

        /** What is to be done on {@code today}; null for nothing. */
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

    /** Balances that something is to be done about today, by id. */
    public List<Long> due(long afterId, int most) {
        LocalDate today = clock.today();
        return sql.list(
                "select id from (" + DUE + ") d where id > ? and ((state = 'SCHEDULED' and send_on <= ?)"
                        + " or (state in ('LINK_SENT', 'REMINDED') and due_on < ?)"
                        + " or (state = 'LINK_SENT' and remind_on <= ? and send_on < remind_on)) order by id limit ?",
                row -> row.number("id"),
                afterId,
                today,
                today,
                today,
                most);
    }

    /** Does today's move, if it is still to be made. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void advance(long balanceId) {
        Balance balance = sql.one(DUE + " and b.id = ? for no key update of b", Balance::of, balanceId)
                .orElse(null);
        BalanceDueTransition transition = balance == null ? null : balance.moveOn(clock.today());
        if (balance == null || transition == null) {
            return;
        }
        lifecycle.apply(balanceId, transition, Actor.CLOCK);
        if (transition == BalanceDueTransition.SEND_LINK) {
            tell(balance, NotificationEvent.BALANCE_LINK);
        }
        if (transition == BalanceDueTransition.REMIND) {
            tell(balance, NotificationEvent.BALANCE_REMINDER);
        }
    }

    private void tell(Balance balance, NotificationEvent event) {
        notifications.queue(new NewNotification(
                balance.portalId(),
                Channel.MAIL,
                event,
                event + ":" + balance.id(),
                balance.email(),
                balance.language(),
                balance.orderId(),
                balance.partId(),
                balance.lineId(),
                balance.id(),
                balance.merchantId(),
                Map.of()));
    }
}
