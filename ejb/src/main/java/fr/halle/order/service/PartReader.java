package fr.halle.order.service;

import fr.halle.ledger.model.AccountType;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.CompletionRule;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.model.Why;
import fr.halle.order.service.Sight.Scope;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what belongs to a part whose right to be seen was checked: its caller names the scope again, and every statement obeys it. */
@Service
public class PartReader {

    private static final String MORE = """
            select p.order_id, p.merchant_id, o.order_no, p.lines_cents, p.street, p.postcode, p.city, p.note, p.cancel_reason, p.cancel_code, p.error_cause,
                   p.release_at, p.state_before_error, o.settings, o.first_name, o.last_name, o.email, o.phone, o.language,
                   o.street as home_street, o.postcode as home_postcode, o.city as home_city, o.country,
                   s.name as shop, s.street as shop_street, s.postcode as shop_postcode, s.city as shop_city,
                   (select count(*) - 1 from merchant_order x where x.order_id = p.order_id) as other_parts
              from merchant_order p
              join customer_order o on o.id = p.order_id
              join shop s on s.id = p.shop_id
             where p.id = ? and p.merchant_id = coalesce(?::bigint, p.merchant_id) and p.portal_id = coalesce(?::bigint, p.portal_id)
            """;

    /**
     * What was carried over to or from another part (K10) stands as a row of its own: what a share once brought is still told. Each with
     * the facts that its journal entries tell, by which their keys end (Postings).
     */
    private static final String TRANSACTIONS = """
            select s.id, coalesce(u.at, p.created_at) as at, p.state as payment_state, null as refund_state, p.purpose, p.method,
                   s.gross_cents + gone.cents as cents, s.fee_cents + gone.fee_cents as fee_cents, s.tax_cents + gone.tax_cents as tax_cents,
                   p.provider_id as reference, p.three_ds, null as reason, p.authorised_at, p.captured_at, s.transferred_at, f.number as carried,
                   null as requested_by,
                   case when i.to_share_id is null then array[s.payment_id || '', m.number || ':' || s.payment_id, s.id || '']
                        else array['share ' || s.id, s.id || ''] end as facts
              from payment_share s join merchant_order m on m.id = s.merchant_order_id join payment p on p.id = s.payment_id
              left join share_carried i on i.to_share_id = s.id
              left join substitution u on u.id = i.substitution_id
              left join merchant_order f on f.id = u.from_part_id
             cross join lateral (select coalesce(sum(c.cents), 0)::bigint as cents, coalesce(sum(c.fee_cents), 0)::bigint as fee_cents,
                   coalesce(sum(c.tax_cents), 0)::bigint as tax_cents from share_carried c where c.from_share_id = s.id) gone
             where s.merchant_order_id = ?
            union all
            select c.to_share_id, u.at, p.state, null, p.purpose, p.method, -c.cents, -c.fee_cents, -c.tax_cents,
                   p.provider_id, null, null, null, null, null, t.number, null,
                   array['share ' || c.to_share_id]
              from share_carried c join substitution u on u.id = c.substitution_id
              join payment_share s on s.id = c.from_share_id join payment p on p.id = s.payment_id
              join merchant_order t on t.id = u.to_part_id
             where s.merchant_order_id = ?
            union all
            select r.id, r.requested_at, null, r.state, p.purpose, p.method, -r.amount_cents, -r.fee_returned_cents, -r.tax_cents,
                   coalesce(r.payin_refund_id, r.outside_reference), null, r.reason, null, null, r.succeeded_at, null, r.requested_by,
                   array[r.id || '']
              from refund r join payment p on p.id = r.payment_id
             where r.merchant_order_id = ?
             order by at desc, id desc
            """;

    private static final String REPLACEMENTS = """
            select t.number, true as by, u.at, u.actor_kind, u.actor_name, u.on_behalf, u.reason_code, u.reason, u.id
              from substitution u join merchant_order t on t.id = u.to_part_id where u.from_part_id = ?
            union all
            select f.number, false, u.at, u.actor_kind, u.actor_name, u.on_behalf, u.reason_code, u.reason, u.id
              from substitution u join merchant_order f on f.id = u.from_part_id where u.to_part_id = ?
             order by id
            """;

    /** Found by the order, kept to the part and the accounts of this merchant. A debit lessens what is owed to it. */
    private static final String BOOKINGS = """
            select e.occurred_at, e.event, a.type, -x.amount_cents as cents, substr(e.key, length(e.event) + 2) as fact
              from posting x join ledger_account a on a.id = x.account_id join journal_entry e on e.id = x.entry_id
             where x.subject = ? and e.subject in (x.subject, ?) and a.owner_id = ? and a.type in ('MERCHANT_PENDING', 'MERCHANT_AVAILABLE', 'MERCHANT_DEBT')
             order by e.occurred_at, e.id, x.id
            """;

    @Inject
    private Sql sql;

    private record More(
            long orderId,
            long merchantId,
            String orderNumber,
            int otherParts,
            PartDetail.Customer customer,
            PartDetail.Place shop,
            PartDetail.@Nullable Place delivery,
            @Nullable String note,
            long linesCents,
            Why cancelReason,
            @Nullable String errorCause,
            @Nullable Instant releaseAt,
            @Nullable MerchantOrderState beforeError,
            String settings) {}

    /** A posting, and the fact that its entry tells. */
    private record Entry(String fact, Transaction.Booked booked) {

        static Entry of(Row row) throws SQLException {
            return new Entry(
                    row.text("fact"),
                    new Transaction.Booked(
                            row.instant("occurred_at"),
                            row.text("event"),
                            row.constant("type", AccountType.class),
                            row.number("cents")));
        }
    }

    PartPage page(PartQuery query, @Nullable Long after, int most) {
        List<PartRow> found = unfolded(query.inOrder(after, most + 1));
        boolean more = found.size() > most;
        List<PartRow> shown = more ? found.subList(0, most) : found;
        return new PartPage(shown, more ? shown.get(most - 1).id() : null);
    }

    /** With their lines, in one statement however many there are. */
    public List<PartRow> unfolded(PartQuery query) {
        Map<Long, PartRow> parts = new LinkedHashMap<>();
        Map<Long, List<OrderLine>> lines = new HashMap<>();
        sql.list(
                query.withLines(),
                row -> {
                    long id = row.number("part_id");
                    if (!parts.containsKey(id)) {
                        parts.put(id, PartQuery.row(row));
                    }
                    if (row.numberOrNull("line_no") != null) {
                        lines.computeIfAbsent(id, part -> new ArrayList<>()).add(OrderLines.of(row));
                    }
                    return id;
                },
                query.values());
        return parts.values().stream()
                .map(part -> part.with(lines.getOrDefault(part.id(), List.of())))
                .toList();
    }

    public PartDetail detail(PartRow row, Scope scope, Actor reader, Instant now) {
        More more = sql.one(MORE, PartReader::more, row.id(), scope.merchantId(), scope.portalId())
                .orElseThrow(PartUnknown::new);
        MoveRules rules = new MoveRules(
                row.state(),
                more.beforeError(),
                row.slotStart(),
                row.serviceDate(),
                FrozenSettings.read(more.settings()));
        return new PartDetail(
                row,
                more.orderNumber(),
                more.otherParts(),
                more.customer(),
                more.shop(),
                more.delivery(),
                more.note(),
                more.linesCents(),
                more.cancelReason(),
                more.errorCause(),
                more.releaseAt(),
                rules.availableTo(reader, now),
                awaited(rules, row, now),
                history(row.id()),
                lineHistory(row.id()),
                balances(more.orderId(), row.id()),
                transactions(row, more),
                sql.list(REPLACEMENTS, PartReader::replacement, row.id(), row.id()));
    }

    private List<Transaction> transactions(PartRow row, More more) {
        List<Entry> entries = sql.list(BOOKINGS, Entry::of, more.orderNumber(), row.number(), more.merchantId());
        return sql.list(TRANSACTIONS, found -> transaction(found, entries), row.id(), row.id(), row.id());
    }

    private List<PartDetail.Moved> history(long partId) {
        return sql.list(
                "select at, transition, from_state, to_state, actor_kind, actor_name, on_behalf, reason_code, reason from order_move"
                        + " where merchant_order_id = ? and from_state is not null order by id desc",
                row -> new PartDetail.Moved(
                        row.instant("at"),
                        row.constant("transition", MerchantOrderTransition.class),
                        row.constant("from_state", MerchantOrderState.class),
                        row.constant("to_state", MerchantOrderState.class),
                        row.constant("actor_kind", Actor.Kind.class),
                        row.text("actor_name"),
                        row.flag("on_behalf"),
                        why(row, "reason_code", "reason")),
                partId);
    }

    private List<PartDetail.LineMoved> lineHistory(long partId) {
        return sql.list(
                "select m.at, l.name, m.to_state, m.actor_kind, m.actor_name, m.on_behalf, m.reason_code, m.reason from order_line_move m"
                        + " join order_line l on l.id = m.line_id where m.merchant_order_id = ? order by m.id desc",
                row -> new PartDetail.LineMoved(
                        row.instant("at"),
                        row.text("name"),
                        row.constant("to_state", OrderLineState.class),
                        row.constant("actor_kind", Actor.Kind.class),
                        row.text("actor_name"),
                        row.flag("on_behalf"),
                        why(row, "reason_code", "reason")),
                partId);
    }

    private List<PartDetail.Balance> balances(long orderId, long partId) {
        return sql.list(
                "select b.id, l.name, b.amount_cents, b.due_on, b.send_on, b.state, b.sent_at, b.paid_at from balance_due b"
                        + " join order_line l on l.id = b.line_id where b.order_id = ? and b.merchant_order_id = ? order by b.due_on, b.id",
                row -> new PartDetail.Balance(
                        row.number("id"),
                        row.text("name"),
                        row.number("amount_cents"),
                        row.date("due_on"),
                        row.date("send_on"),
                        row.constant("state", BalanceDueState.class),
                        row.instantOrNull("sent_at"),
                        row.instantOrNull("paid_at")),
                orderId,
                partId);
    }

    private static @Nullable Awaited awaited(MoveRules rules, PartRow row, Instant now) {
        CompletionRule missing =
                MerchantOrderTransition.COMPLETE.from().contains(rules.state()) ? rules.awaited(now) : null;
        if (missing == null) {
            return null;
        }
        LocalDate byItself = missing.endsByItself()
                ? lastDay(row).plusDays(rules.settings().get(OrderSettings.COMPLETE_AUTO_DAYS))
                : null;
        return new Awaited(missing, missing == CompletionRule.SLOT_STARTED ? rules.serviceStart() : null, byItself);
    }

    /** The last day of whatever is in it, as {@link Completion} counts. */
    private static LocalDate lastDay(PartRow row) {
        return row.lines().stream()
                .filter(line -> line.state() != OrderLineState.CANCELLED)
                .flatMap(line -> Stream.of(
                                line.endsOn(),
                                line.endsAt() == null ? null : LocalDate.ofInstant(line.endsAt(), HalleClock.PARIS))
                        .filter(Objects::nonNull))
                .reduce(row.serviceDate(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static More more(Row row) throws SQLException {
        String street = row.textOrNull("street");
        return new More(
                row.number("order_id"),
                row.number("merchant_id"),
                OrderNumbers.format(row.number("order_no")),
                row.integer("other_parts"),
                new PartDetail.Customer(
                        row.text("first_name") + " " + row.text("last_name"),
                        row.text("email"),
                        row.text("phone"),
                        row.text("home_street"),
                        row.text("home_postcode"),
                        row.text("home_city"),
                        row.text("country"),
                        row.text("language")),
                new PartDetail.Place(
                        row.text("shop"), row.text("shop_street"), row.text("shop_postcode"), row.text("shop_city")),
                street == null
                        ? null
                        : new PartDetail.Place(
                                "", street, orEmpty(row.textOrNull("postcode")), orEmpty(row.textOrNull("city"))),
                row.textOrNull("note"),
                row.number("lines_cents"),
                why(row, "cancel_code", "cancel_reason"),
                row.textOrNull("error_cause"),
                row.instantOrNull("release_at"),
                row.textOrNull("state_before_error") == null
                        ? null
                        : row.constant("state_before_error", MerchantOrderState.class),
                row.text("settings"));
    }

    private static Why why(Row row, String code, String words) throws SQLException {
        return new Why(row.constantOrNull(code, CancelReason.class), orEmpty(row.textOrNull(words)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Transaction transaction(Row row, List<Entry> entries) throws SQLException {
        List<String> facts = row.texts("facts");
        return new Transaction(
                row.number("id"),
                row.instant("at"),
                row.textOrNull("payment_state") == null ? null : row.constant("payment_state", PaymentState.class),
                row.textOrNull("refund_state") == null ? null : row.constant("refund_state", RefundState.class),
                row.text("purpose"),
                row.text("method"),
                row.number("cents"),
                row.number("fee_cents"),
                row.number("tax_cents"),
                row.textOrNull("reference"),
                row.textOrNull("three_ds"),
                row.textOrNull("reason"),
                row.instantOrNull("authorised_at"),
                row.instantOrNull("captured_at"),
                row.instantOrNull("transferred_at"),
                row.textOrNull("carried"),
                row.textOrNull("requested_by"),
                entries.stream()
                        .filter(entry -> facts.contains(entry.fact()))
                        .map(Entry::booked)
                        .toList());
    }

    private static PartDetail.Replacement replacement(Row row) throws SQLException {
        return new PartDetail.Replacement(
                row.text("number"),
                row.flag("by"),
                row.instant("at"),
                row.constant("actor_kind", Actor.Kind.class),
                row.text("actor_name"),
                row.flag("on_behalf"),
                why(row, "reason_code", "reason"));
    }
}
