package fr.halle.order.service;

import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.Why;
import fr.halle.order.service.FollowedOrder.Balance;
import fr.halle.order.service.FollowedOrder.Move;
import fr.halle.order.service.FollowedOrder.Part;
import fr.halle.order.service.FollowedOrder.Payment;
import fr.halle.order.service.FollowedOrder.Refund;
import fr.halle.order.service.FollowedOrder.Replacement;
import fr.halle.order.service.FollowedOrder.Seller;
import fr.halle.order.service.FollowedOrder.Terms;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.payment.service.Refunds;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements that read an order for its customer, and how their rows become it. What few orders have (something given back, still
 * to be paid, or replaced) is asked for afterwards, where there is any.
 */
final class FollowedOrderRows {

    private static final String OF_ORDER = "(select id from customer_order where order_no = ? and portal_id = ?)";

    private static final String REPLACED =
            "select p.id as part_id, %s as by, o.order_no, o.token, u.at, u.carried_cents from merchant_order p"
                    + " join substitution u on u.%s_part_id = p.id join merchant_order x on x.id = u.%s_part_id"
                    + " join customer_order o on o.id = x.order_id where p.order_id = " + OF_ORDER;

    private static final String OF_PART = " where x.merchant_order_id = p.id)";

    /** What {@link #askForMore} would find. */
    private static final String MORE = "p.cancelled_cents > 0 or exists (select from refund x" + OF_PART
            + " or exists (select from substitution x where x.from_part_id = p.id)"
            + " or exists (select from substitution x where x.to_part_id = p.id)";

    /** A row, the part it belongs to, and its rank: a few rows are sorted here sooner than a wide plan sorts them. */
    private record OfPart<T>(long partId, long rank, T value) {}

    private final Pipeline.Answer<FollowedOrder> order;
    private final Pipeline.Answer<OfPart<Part>> parts;
    private final Pipeline.Answer<OfPart<OrderLine>> lines;
    private final Pipeline.Answer<OfPart<Move>> moves;
    private final Pipeline.Answer<Payment> payments;
    private final Pipeline.Answer<Terms> terms;
    private final long portalId;
    private final long orderNo;
    private boolean more;
    private Pipeline.Answer<Refund> refunds = Pipeline.Answer.none();
    private Pipeline.Answer<Balance> balances = Pipeline.Answer.none();
    private Pipeline.Answer<OfPart<Why>> whyLines = Pipeline.Answer.none();
    private Pipeline.Answer<Replacement> replacements = Pipeline.Answer.none();

    FollowedOrderRows(Pipeline pipeline, long portalId, long orderNo) {
        this.portalId = portalId;
        this.orderNo = orderNo;
        order = pipeline.list(
                "select o.*, exists (select from balance_due b where b.order_id = o.id) as owes from customer_order o"
                        + " where o.order_no = ? and o.portal_id = ?",
                row -> {
                    more |= row.flag("owes");
                    return head(row);
                },
                orderNo,
                portalId);
        parts = pipeline.list(
                "select p.*, m.name as merchant, m.legal_name, m.siret, m.vat_number, m.email, s.name as shop, s.slug, s.picture,"
                        + " s.street as shop_street, s.postcode as shop_postcode, s.city as shop_city, s.phone, " + MORE
                        + " as more from merchant_order p join merchant m on m.id = p.merchant_id join shop s on s.id = p.shop_id"
                        + " where p.order_id = " + OF_ORDER,
                row -> {
                    more |= row.flag("more");
                    return new OfPart<>(row.number("id"), row.integer("position"), part(row));
                },
                orderNo,
                portalId);
        lines = ofParts(pipeline, "order_line", "line_no", OrderLines::of, orderNo, portalId);
        moves = ofParts(pipeline, "order_move", "id", FollowedOrderRows::move, orderNo, portalId);
        payments = pipeline.list(
                "select purpose, method, state, amount_cents, coalesce(authorised_at, created_at) as at from payment"
                        + " where order_id = " + OF_ORDER + " order by created_at, id",
                FollowedOrderRows::payment,
                orderNo,
                portalId);
        terms = pipeline.list(
                "select a.terms_version_id, coalesce(m.name, p.name) as whose from terms_acceptance a left join merchant m"
                        + " on m.id = a.merchant_id cross join portal p where p.id = ? and a.order_id = " + OF_ORDER
                        + " order by a.id",
                row -> new Terms(row.number("terms_version_id"), row.text("whose")),
                portalId,
                orderNo,
                portalId);
    }

    /** Whether {@link #askForMore} is needed. */
    boolean hasMore() {
        return more;
    }

    void askForMore(Pipeline pipeline) {
        refunds = pipeline.list(
                "select r.merchant_order_id, r.state, r.amount_cents, r.requested_at, r.succeeded_at, "
                        + Refunds.BY_HAND
                        + " as waits, " + Refunds.BY_BANK + " as by_bank from refund r"
                        + " join merchant_order m on m.id = r.merchant_order_id where m.order_id = " + OF_ORDER
                        + " order by r.requested_at, r.id",
                FollowedOrderRows::refund,
                orderNo,
                portalId);
        balances = pipeline.list(
                "select b.bill_id, b.merchant_order_id, b.state, b.amount_cents, b.due_on, h.token from balance_due b"
                        + " join balance_due h on h.id = b.bill_id where b.order_id = " + OF_ORDER
                        + " order by b.due_on, b.id",
                FollowedOrderRows::balance,
                orderNo,
                portalId);
        replacements = replacements(pipeline, portalId, orderNo);
        whyLines = pipeline.list(
                "select x.id, x.merchant_order_id, x.reason_code, x.reason from order_line_move x"
                        + " join merchant_order p on p.id = x.merchant_order_id where x.to_state = 'CANCELLED' and p.order_id = "
                        + OF_ORDER,
                row -> new OfPart<>(
                        row.number("merchant_order_id"),
                        row.number("id"),
                        new Why(
                                row.constantOrNull("reason_code", CancelReason.class),
                                Objects.requireNonNullElse(row.textOrNull("reason"), ""))),
                orderNo,
                portalId);
    }

    private static Pipeline.Answer<Replacement> replacements(Pipeline pipeline, long portalId, long orderNo) {
        return pipeline.list(
                REPLACED.formatted(true, "from", "to") + " union all " + REPLACED.formatted(false, "to", "from")
                        + " order by at",
                FollowedOrderRows::replacement,
                orderNo,
                portalId,
                orderNo,
                portalId);
    }

    Optional<FollowedOrder> order() {
        return order.rows().stream().findFirst().map(this::whole);
    }

    private static <T> Pipeline.Answer<OfPart<T>> ofParts(
            Pipeline pipeline, String table, String rank, Sql.Mapper<T> mapping, long orderNo, long portalId) {
        return pipeline.list(
                "select x.* from " + table
                        + " x join merchant_order p on p.id = x.merchant_order_id where p.order_id = " + OF_ORDER,
                row -> new OfPart<>(row.number("merchant_order_id"), row.number(rank), mapping.map(row)),
                orderNo,
                portalId);
    }

    private FollowedOrder whole(FollowedOrder head) {
        List<Part> whole = inOrder(parts.rows().stream()).map(this::whole).toList();
        return new FollowedOrder(
                head.id(),
                head.number(),
                head.token(),
                head.portalId(),
                head.language(),
                head.placedAt(),
                head.firstName(),
                head.lastName(),
                head.email(),
                head.phone(),
                head.street(),
                head.postcode(),
                head.city(),
                head.country(),
                head.totalCents(),
                head.settings(),
                whole,
                payments.rows(),
                refunds.rows(),
                balances.rows(),
                replacements.rows(),
                terms.rows());
    }

    private Part whole(Part part) {
        return new Part(
                part.id(),
                part.number(),
                part.merchantId(),
                part.seller(),
                part.state(),
                part.mode(),
                part.slotStart(),
                part.slotEnd(),
                part.street(),
                part.postcode(),
                part.city(),
                part.note(),
                part.linesCents(),
                part.shippingCents(),
                part.totalCents(),
                part.serviceDate(),
                part.cancelReason(),
                of(part, lines),
                of(part, moves),
                of(part, whyLines).stream().distinct().toList());
    }

    private static <T> List<T> of(Part part, Pipeline.Answer<OfPart<T>> rows) {
        return inOrder(rows.rows().stream().filter(row -> row.partId() == part.id()))
                .toList();
    }

    private static <T> Stream<T> inOrder(Stream<OfPart<T>> rows) {
        return rows.sorted(Comparator.comparingLong(OfPart::rank)).map(OfPart::value);
    }

    private static FollowedOrder head(Row row) throws SQLException {
        return new FollowedOrder(
                row.number("id"),
                OrderNumbers.format(row.number("order_no")),
                row.text("token"),
                row.number("portal_id"),
                row.text("language"),
                row.instant("placed_at"),
                row.text("first_name"),
                row.text("last_name"),
                row.text("email"),
                row.text("phone"),
                row.text("street"),
                row.text("postcode"),
                row.text("city"),
                row.text("country"),
                row.number("total_cents"),
                FrozenSettings.read(row.text("settings")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Part part(Row row) throws SQLException {
        return new Part(
                row.number("id"),
                row.text("number"),
                row.number("merchant_id"),
                seller(row),
                row.constant("state", MerchantOrderState.class),
                row.text("mode"),
                row.instantOrNull("slot_start"),
                row.instantOrNull("slot_end"),
                row.textOrNull("street"),
                row.textOrNull("postcode"),
                row.textOrNull("city"),
                row.textOrNull("note"),
                row.number("lines_cents"),
                row.number("shipping_cents"),
                row.number("total_cents"),
                row.date("service_date"),
                new Why(
                        row.constantOrNull("cancel_code", CancelReason.class),
                        Objects.requireNonNullElse(row.textOrNull("cancel_reason"), "")),
                List.of(),
                List.of(),
                List.of());
    }

    private static Seller seller(Row row) throws SQLException {
        return new Seller(
                row.text("merchant"),
                row.text("legal_name"),
                row.text("siret"),
                row.text("vat_number"),
                row.text("shop"),
                row.text("slug"),
                row.text("picture"),
                row.text("shop_street"),
                row.text("shop_postcode"),
                row.text("shop_city"),
                row.text("phone"),
                row.text("email"));
    }

    private static Move move(Row row) throws SQLException {
        return new Move(row.constant("to_state", MerchantOrderState.class), row.instant("at"));
    }

    private static Payment payment(Row row) throws SQLException {
        return new Payment(
                row.text("purpose"),
                row.text("method"),
                row.constant("state", PaymentState.class),
                row.number("amount_cents"),
                row.instant("at"));
    }

    private static Refund refund(Row row) throws SQLException {
        return new Refund(
                row.number("merchant_order_id"),
                row.constant("state", RefundState.class),
                row.number("amount_cents"),
                row.instant("requested_at"),
                row.instantOrNull("succeeded_at"),
                row.flag("waits"),
                row.flag("by_bank"));
    }

    private static Balance balance(Row row) throws SQLException {
        return new Balance(
                row.number("bill_id"),
                row.number("merchant_order_id"),
                row.constant("state", BalanceDueState.class),
                row.number("amount_cents"),
                row.date("due_on"),
                row.text("token"));
    }

    private static Replacement replacement(Row row) throws SQLException {
        return new Replacement(
                row.number("part_id"),
                row.flag("by"),
                OrderNumbers.format(row.number("order_no")),
                row.text("token"),
                row.instant("at"),
                row.number("carried_cents"));
    }
}
