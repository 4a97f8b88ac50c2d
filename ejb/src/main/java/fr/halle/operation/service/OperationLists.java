package fr.halle.operation.service;

import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.payout.model.PayoutState;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operator's lists behind the counts; of one portal, or of all (portal null). Amounts are cents. */
@Service
public class OperationLists {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /**
     * @param lastError the provider's words
     * @param waits for its merchant to send it (K7): the provider was never asked
     */
    public record RefundRow(
            long id,
            String part,
            long partId,
            long merchantId,
            String merchant,
            long cents,
            RefundState state,
            String reason,
            Instant requestedAt,
            int failures,
            @Nullable Instant nextCheckAt,
            @Nullable String lastError,
            boolean late,
            boolean waits) {}

    public record PaymentRow(
            long id,
            long portalId,
            String subject,
            long cents,
            PaymentState state,
            Instant createdAt,
            int checks,
            @Nullable Instant nextCheckAt) {}

    /** @param askable without an answer, or nothing else would ask about it */
    public record PayoutRow(
            long id,
            String reference,
            long merchantId,
            String merchant,
            long cents,
            PayoutState state,
            Instant plannedAt,
            @Nullable Instant paidAt,
            @Nullable String lastError,
            boolean resumable,
            boolean askable) {}

    /** Which of the open refunds. */
    public enum Which {
        ALL(""),
        /** Promised 48 hours ago and more (K7, T06). */
        LATE(" and r.requested_at < ?"),
        /** Refused, or without an answer for as long as the provider knows its key. */
        FAILED(
                " and (r.state = 'FAILED' or (r.state = 'UNKNOWN' and r.asked_at <= now() - interval '23 hours')) and r.requested_at <= ?");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    /** Oldest first. @param after the last one of the page before */
    public List<RefundRow> openRefunds(@Nullable Long portal, Which which, @Nullable Long after, int most) {
        Instant promised = clock.instant().minus(OperatorDesk.REFUND_PROMISE);
        return sql.list(
                """
                select r.id, m.number, m.id as part_id, t.id as merchant_id, t.name as merchant, r.amount_cents, r.state, r.reason, r.requested_at, r.failures,
                       r.next_check_at, r.last_error, r.state = 'REQUESTED' and r.next_check_at is null and r.asked_at is null as waits
                  from refund r join merchant_order m on m.id = r.merchant_order_id join merchant t on t.id = r.merchant_id
                 where r.state <> 'SUCCEEDED' and m.portal_id = coalesce(?::bigint, m.portal_id)
                   and (?::bigint is null or (r.requested_at, r.id) > (select x.requested_at, x.id from refund x where x.id = ?::bigint))""" + which.condition + " order by r.requested_at, r.id limit ?",
                row -> new RefundRow(
                        row.number("id"),
                        row.text("number"),
                        row.number("part_id"),
                        row.number("merchant_id"),
                        row.text("merchant"),
                        row.number("amount_cents"),
                        row.constant("state", RefundState.class),
                        row.text("reason"),
                        row.instant("requested_at"),
                        row.integer("failures"),
                        row.instantOrNull("next_check_at"),
                        row.textOrNull("last_error"),
                        row.instant("requested_at").isBefore(promised),
                        row.flag("waits")),
                values(portal, which, promised, after, most));
    }

    private @Nullable Object[] values(
            @Nullable Long portal, Which which, Instant promised, @Nullable Long after, int most) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(portal, after, after));
        if (which != Which.ALL) {
            values.add(which == Which.LATE ? promised : clock.instant());
        }
        values.add(most);
        return values.toArray();
    }

    public List<PaymentRow> unknownPayments(@Nullable Long portal, int most) {
        return sql.list(
                """
                select p.id, p.portal_id, coalesce(k.order_no, o.order_no, 0) as order_no, p.amount_cents, p.state, p.created_at, p.checks, p.next_check_at
                  from payment p left join checkout k on k.id = p.checkout_id left join customer_order o on o.id = p.order_id
                 where p.state = 'UNKNOWN' and p.portal_id = coalesce(?::bigint, p.portal_id) order by p.created_at limit ?""",
                row -> new PaymentRow(
                        row.number("id"),
                        row.number("portal_id"),
                        OrderNumbers.format(row.number("order_no")),
                        row.number("amount_cents"),
                        row.constant("state", PaymentState.class),
                        row.instant("created_at"),
                        row.integer("checks"),
                        row.instantOrNull("next_check_at")),
                portal,
                most);
    }

    public List<PayoutRow> payouts(@Nullable Long portal, int most) {
        return sql.list(
                """
                select o.id, o.reference, o.merchant_id, m.name as merchant, o.amount_cents, o.state, o.planned_at, o.paid_at, o.last_error,
                       o.state in ('RETURNED', 'FAILED') and o.resumed_at is null
                         and not exists (select 1 from payout l where l.merchant_id = o.merchant_id
                              and (l.planned_at, l.id) > (o.planned_at, o.id)) as resumable,
                       o.state = 'UNKNOWN' or o.state = 'SENT' and (o.next_check_at is null
                         or o.provider_id is null and o.asked_at <= now() - interval '23 hours') as askable
                  from payout o join merchant m on m.id = o.merchant_id
                 where o.portal_id = coalesce(?::bigint, o.portal_id) order by o.planned_at desc, o.id desc limit ?""",
                row -> new PayoutRow(
                        row.number("id"),
                        row.text("reference"),
                        row.number("merchant_id"),
                        row.text("merchant"),
                        row.number("amount_cents"),
                        row.constant("state", PayoutState.class),
                        row.instant("planned_at"),
                        row.instantOrNull("paid_at"),
                        row.textOrNull("last_error"),
                        row.flag("resumable"),
                        row.flag("askable")),
                portal,
                most);
    }

    public Optional<OrderMoneyView> orderMoney(@Nullable Long portal, long orderNo) {
        return sql.one(
                "select id, placed_at from customer_order where order_no = ? and portal_id = coalesce(?::bigint, portal_id)",
                row -> orderMoney(row.number("id"), orderNo, row.instant("placed_at")),
                orderNo,
                portal);
    }

    private OrderMoneyView orderMoney(long orderId, long orderNo, Instant placedAt) {
        long paid = sql.number(
                "select coalesce(sum(amount_cents), 0) from payment where order_id = ?"
                        + " and state in ('AUTHORISED', 'CAPTURED', 'DISPUTED', 'VOIDED')",
                orderId);
        List<OrderMoneyView.MerchantPart> parts = sql.list(
                """
                select t.id, t.name, sum(s.gross_cents - s.fee_cents) as net, sum(s.fee_cents) as fee, sum(s.refunded_cents) as refunded
                  from payment_share s join merchant_order m on m.id = s.merchant_order_id join merchant t on t.id = m.merchant_id
                 where m.order_id = ? group by t.id, t.name order by min(m.position)""",
                row -> new OrderMoneyView.MerchantPart(
                        row.number("id"),
                        row.text("name"),
                        row.number("net"),
                        row.number("fee"),
                        row.number("refunded")),
                orderId);
        return new OrderMoneyView(OrderNumbers.format(orderNo), placedAt, paid, parts);
    }
}
