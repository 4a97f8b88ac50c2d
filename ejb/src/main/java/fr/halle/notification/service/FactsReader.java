package fr.halle.notification.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.PickupCode;
import fr.halle.order.service.OrderLines;
import fr.halle.payment.service.Refunds;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the facts of many letters with one statement per table, however many letters there are. */
@Service
class FactsReader {

    private static final Set<String> WHOLE = Set.of("ORDER_LINE_CONFIRMED", "ORDER_RECAP");

    /** The data of a letter about a bill that is not its subject. */
    private static final String BILL = "bill";

    private static final String BALANCES = """
            select id, bill_id, merchant_order_id, line_id, amount_cents, due_on, token, state from balance_due
            where id in (select id from balance_due where line_id = any(?)
                union select b.id from balance_due subject join balance_due b on b.bill_id = subject.bill_id
                    where subject.id = any(?))
            order by id""";

    private static final String PARTS = """
            select m.id, m.order_id, m.number, m.state, m.mode, m.slot_start, m.slot_end, m.street, m.postcode, m.city, m.note,
                m.shipping_cents, m.total_cents, m.placed_at, m.cancel_reason, m.cancel_code,
                (select count(*) from merchant_order other where other.order_id = m.order_id and other.id <> m.id and other.state <> 'CANCELLED')
                    as others_standing,
                exists (select from order_move move where move.merchant_order_id = m.id and move.to_state = 'CONFIRMING') as was_confirming,
                coalesce(o.settings ->> 'complete.requires' = 'PICKUP_CODE', false) as shows_code,
                o.order_no, o.token, o.total_cents as order_cents, o.first_name, o.last_name, o.email as customer_email, o.phone as customer_phone,
                o.street as customer_street, o.postcode as customer_postcode, o.city as customer_city,
                s.name as shop_name, s.street as shop_street, s.postcode as shop_postcode, s.city as shop_city, s.phone as shop_phone,
                k.id as merchant_id, k.name as merchant_name, k.email as merchant_email, k.phone as merchant_phone, k.iban
            from merchant_order m
                join customer_order o on o.id = m.order_id
                join shop s on s.id = m.shop_id
                join merchant k on k.id = m.merchant_id
            where m.id in (select id from merchant_order where id in (select unnest({ids}))
                union select id from merchant_order where order_id in (select unnest({ids})))
            order by m.order_id, m.position""".replace("{ids}", Sql.IDS);

    private static final String LINES = """
            select * from order_line where merchant_order_id in (select unnest({ids})
                union select id from merchant_order where order_id in (select unnest({ids})))
            order by merchant_order_id, line_no""".replace("{ids}", Sql.IDS);

    /**
     * A cancellation asks back what is left, in the transaction of its move and after it. What a part gave back before, while it
     * lived, is not what its notice announces (K8, K9). A part whose move nobody kept has no before.
     */
    private static final String GIVEN_BACK = """
            select r.merchant_order_id,
                coalesce(sum(r.amount_cents) filter (where r.state <> 'FAILED'), 0)::bigint as cents,
                coalesce(sum(r.amount_cents) filter (where r.requested_at >= c.at), 0)::bigint as of_cancellation,
                coalesce(sum(r.amount_cents) filter (where r.requested_at >= c.at and {byBank}), 0)::bigint as by_bank,
                bool_or(r.state = 'FAILED' and r.requested_at >= c.at
                    or r.state = 'REQUESTED' and r.next_check_at is null and r.asked_at is null) as waits
            from refund r
                cross join lateral (select coalesce(max(m.at), '-infinity') as at from order_move m
                    where m.merchant_order_id = r.merchant_order_id and m.to_state = 'CANCELLED') c
            where r.merchant_order_id = any(?)
            group by r.merchant_order_id""".replace("{byBank}", Refunds.BY_BANK);

    private static final String TERMS = """
            select a.order_id, a.merchant_id, a.terms_version_id, coalesce(m.name, p.name) as whose
            from terms_acceptance a
                join customer_order o on o.id = a.order_id
                join portal p on p.id = o.portal_id
                left join merchant m on m.id = a.merchant_id
            where a.order_id = any(?)
            order by a.order_id, a.id""";

    @Inject
    private Sql sql;

    Facts read(Collection<Due> dues) {
        Map<Long, Facts.Part> parts = new LinkedHashMap<>();
        Map<Long, List<OrderLine>> lines = new HashMap<>();
        readParts(ids(dues, Due::partId), wholeOrders(dues), parts, lines);
        Long[] partIds = parts.keySet().toArray(Long[]::new);
        Long[] subjects = ids(dues, Due::subjectId);
        return new Facts(
                orders(dues),
                parts,
                lines,
                balances(dues, lines),
                has(dues, "REFUND_SUCCEEDED") ? refunds(subjects) : Collections.emptyMap(),
                has(
                                        dues,
                                        "PART_CANCELLED",
                                        "PART_CANCELLED_ON_BEHALF",
                                        "LINES_CANCELLED",
                                        "LINES_CANCELLED_ON_BEHALF",
                                        "ORDER_RECAP")
                                || parts.values().stream().anyMatch(Facts.Part::isCancelled)
                        ? givenBack(partIds)
                        : Collections.emptyMap(),
                has(dues, "PAYOUT_SENT", "PAYOUT_RETURNED") ? payouts(subjects) : Collections.emptyMap(),
                has(
                                dues,
                                "PAYOUT_SENT",
                                "PAYOUT_RETURNED",
                                "PAYOUT_BLOCKED",
                                "PAYOUT_IBAN_CHANGED",
                                "PAYOUT_UNFROZEN",
                                "MERCHANT_ADDRESS_CHANGED",
                                "SECOND_FACTOR_RESET_ON_BEHALF",
                                "TEAM_INVITATION")
                        ? merchants(ids(dues, Due::merchantId))
                        : Collections.emptyMap(),
                has(dues, WHOLE.toArray(String[]::new)) ? terms(parts.values()) : Collections.emptyMap(),
                new DeskFactsReader(sql).read(dues));
    }

    private void readParts(Long[] ids, Long[] orderIds, Map<Long, Facts.Part> parts, Map<Long, List<OrderLine>> lines) {
        if (ids.length + orderIds.length == 0) {
            return;
        }
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<Facts.Part> found = pipeline.list(PARTS, FactsReader::part, ids, orderIds);
        pipeline.list(
                LINES,
                row -> {
                    OrderLine line = OrderLines.of(row);
                    return lines.computeIfAbsent(line.merchantOrderId(), id -> new ArrayList<>())
                            .add(line);
                },
                ids,
                orderIds);
        pipeline.run();
        found.rows().forEach(part -> parts.put(part.id(), part));
    }

    /** The letters that tell all the parts of an order. */
    private static Long[] wholeOrders(Collection<Due> dues) {
        return ids(
                dues.stream()
                        .filter(due -> due.partId() == null && (WHOLE.contains(due.event()) || isOfBill(due)))
                        .toList(),
                Due::orderId);
    }

    /** Orders are read with their parts; alone only for the letters that are about the whole order. */
    private Map<Long, Facts.Order> orders(Collection<Due> dues) {
        Long[] ids = dues.stream()
                .filter(due -> due.partId() == null)
                .map(Due::orderId)
                .filter(Objects::nonNull)
                .toArray(Long[]::new);
        if (ids.length == 0) {
            return Collections.emptyMap();
        }
        return keyed(
                sql.list(
                        "select id, order_no, token, total_cents as order_cents, first_name from customer_order where id = any(?)",
                        row -> order(row, "id"),
                        (Object) ids),
                Facts.Order::id);
    }

    private static boolean isOfBill(Due due) {
        return due.event().startsWith("BALANCE_");
    }

    private static @Nullable Long billOf(Due due) {
        String named = due.data().get(BILL);
        return isOfBill(due) ? due.subjectId() : named == null ? null : Long.valueOf(named);
    }

    /** Whole bills, and by line for the letter that confirms a stay of which only a deposit was paid. */
    private Map<Long, Facts.Balance> balances(Collection<Due> dues, Map<Long, List<OrderLine>> lines) {
        Long[] deposits = lines.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.dueNowCents() < line.totalCents())
                .map(OrderLine::id)
                .toArray(Long[]::new);
        Long[] bills = ids(dues, FactsReader::billOf);
        if (deposits.length + bills.length == 0) {
            return Collections.emptyMap();
        }
        return keyed(
                sql.list(
                        BALANCES,
                        row -> new Facts.Balance(
                                row.number("id"),
                                row.number("bill_id"),
                                row.number("merchant_order_id"),
                                row.number("line_id"),
                                row.number("amount_cents"),
                                row.date("due_on"),
                                row.text("token"),
                                row.constant("state", BalanceDueState.class)),
                        deposits,
                        bills),
                Facts.Balance::id);
    }

    private Map<Long, Facts.Refund> refunds(Long[] ids) {
        return keyed(
                sql.list(
                        "select id, amount_cents, reason from refund where id = any(?)",
                        row -> new Facts.Refund(row.number("id"), row.number("amount_cents"), row.text("reason")),
                        (Object) ids),
                Facts.Refund::id);
    }

    private Map<Long, Facts.GivenBack> givenBack(Long[] partIds) {
        Map<Long, Facts.GivenBack> given = new HashMap<>();
        sql.list(
                GIVEN_BACK,
                row -> given.put(
                        row.number("merchant_order_id"),
                        new Facts.GivenBack(
                                row.number("cents"),
                                row.number("of_cancellation"),
                                row.number("by_bank"),
                                row.flag("waits"))),
                (Object) partIds);
        return given;
    }

    private Map<Long, Facts.Payout> payouts(Long[] ids) {
        return keyed(
                sql.list(
                        "select id, amount_cents, reference, planned_at from payout where id = any(?)",
                        row -> new Facts.Payout(
                                row.number("id"),
                                row.number("amount_cents"),
                                row.text("reference"),
                                row.instant("planned_at")),
                        (Object) ids),
                Facts.Payout::id);
    }

    private Map<Long, List<Facts.Terms>> terms(Collection<Facts.Part> parts) {
        Map<Long, List<Facts.Terms>> accepted = new HashMap<>();
        sql.list(
                TERMS,
                row -> accepted.computeIfAbsent(row.number("order_id"), id -> new ArrayList<>())
                        .add(new Facts.Terms(
                                row.numberOrNull("merchant_id"), row.number("terms_version_id"), row.text("whose"))),
                (Object)
                        parts.stream().map(part -> part.order().id()).distinct().toArray(Long[]::new));
        return accepted;
    }

    private Map<Long, Facts.Merchant> merchants(Long[] ids) {
        return keyed(
                sql.list(
                        "select id as merchant_id, name as merchant_name, email as merchant_email, phone as merchant_phone, iban"
                                + " from merchant where id = any(?)",
                        FactsReader::merchant,
                        (Object) ids),
                Facts.Merchant::id);
    }

    private static Facts.Part part(Row row) throws SQLException {
        return new Facts.Part(
                row.number("id"),
                order(row, "order_id"),
                row.text("number"),
                row.constant("state", MerchantOrderState.class),
                row.text("mode"),
                row.instantOrNull("slot_start"),
                row.instantOrNull("slot_end"),
                row.textOrNull("street"),
                row.textOrNull("postcode"),
                row.textOrNull("city"),
                row.textOrNull("note"),
                row.number("shipping_cents"),
                row.number("total_cents"),
                row.instant("placed_at"),
                row.textOrNull("cancel_reason"),
                row.constantOrNull("cancel_code", CancelReason.class),
                row.integer("others_standing"),
                row.flag("was_confirming"),
                row.flag("shows_code") ? PickupCode.of(row.text("token"), row.text("number")) : null,
                new Facts.Customer(
                        row.text("first_name"),
                        row.text("last_name"),
                        row.text("customer_email"),
                        row.text("customer_phone"),
                        row.text("customer_street"),
                        row.text("customer_postcode"),
                        row.text("customer_city")),
                new Facts.Shop(
                        row.text("shop_name"),
                        row.text("shop_street"),
                        row.text("shop_postcode"),
                        row.text("shop_city"),
                        row.text("shop_phone")),
                merchant(row));
    }

    private static Facts.Merchant merchant(Row row) throws SQLException {
        return new Facts.Merchant(
                row.number("merchant_id"),
                row.text("merchant_name"),
                row.text("merchant_email"),
                row.text("merchant_phone"),
                row.textOrNull("iban"));
    }

    private static Facts.Order order(Row row, String id) throws SQLException {
        return new Facts.Order(
                row.number(id),
                OrderNumbers.format(row.number("order_no")),
                row.text("token"),
                row.text("first_name"),
                row.number("order_cents"));
    }

    private static boolean has(Collection<Due> dues, String... events) {
        return dues.stream().anyMatch(due -> List.of(events).contains(due.event()));
    }

    private static Long[] ids(Collection<Due> dues, Function<Due, @Nullable Long> id) {
        return dues.stream().map(id).filter(Objects::nonNull).distinct().toArray(Long[]::new);
    }

    private static <T> Map<Long, T> keyed(List<T> rows, Function<T, Long> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }
}
