package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.Sight.Scope;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.OrderNumbers.Parsed;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a list of parts, put together from conditions of our own; what people typed is only ever bound. The merchant's
 * id (or the operator's portal) is its first condition, always (K28).
 */
final class PartQuery {

    private static final String COLUMNS = """
            select p.id as part_id, p.number, m.name as merchant, p.placed_at, o.first_name || ' ' || o.last_name as customer, o.email, o.phone,
                   p.total_cents as part_cents, p.cancelled_cents, p.shipping_cents, p.mode, p.slot_start, p.slot_end, p.service_date,
                   p.state as part_state, p.version,
                   p.seen_at is not null as seen,
                   (select min(a.alias) from order_alias a where a.merchant_order_id = p.id) as alias,
                   (select coalesce(sum(b.amount_cents), 0) from balance_due b
                     where b.order_id = p.order_id and b.merchant_order_id = p.id and b.state not in ('PAID', 'WAIVED')) as unpaid_cents
            """;

    private static final String JOINS =
            " join customer_order o on o.id = p.order_id join merchant m on m.id = p.merchant_id";

    private static final String PARTS = " from merchant_order p" + JOINS + " where true";

    /** One word with a figure in it, such as {@code 5fec417c-c1f882001c-318c84-001}. */
    private static final Pattern ALIAS = Pattern.compile("(?=.*\\d)[^\\s@]+");

    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");

    private final Scope scope;
    private final PartSort sort;
    private final StringBuilder statement;
    private final List<@Nullable Object> values = new ArrayList<>();

    PartQuery(Scope scope) {
        this(scope, PartSort.NEWEST, COLUMNS + PARTS);
    }

    private PartQuery(Scope scope, PartSort sort, String select) {
        this.scope = scope;
        this.sort = sort;
        this.statement = new StringBuilder(select);
        where(" and p.merchant_id = ?", scope.merchantId());
        where(" and p.portal_id = ?", scope.portalId());
    }

    /**
     * For a list in this order. What is not sorted by number is first looked for by its id alone: the index of the merchant's parts
     * holds what they are sorted by, and the rest is read of those alone that are shown.
     */
    static PartQuery sorted(Scope scope, PartSort sort) {
        if (sort.isByNumber()) {
            return new PartQuery(scope, sort, COLUMNS + PARTS);
        }
        return new PartQuery(scope, sort, "select p.id from merchant_order p where true");
    }

    PartQuery holding(PartFilter filter) {
        if (!filter.states().isEmpty()) {
            statement.append(filter.states().stream()
                    .map(MerchantOrderState::name)
                    .collect(Collectors.joining("', '", " and p.state in ('", "')")));
        }
        where(" and p.mode = ?", filter.mode());
        placedOn(filter.placed());
        where(" and p.service_date >= ?", filter.service().from());
        where(" and p.service_date <= ?", filter.service().to());
        where(
                " and exists (select 1 from order_line l where l.merchant_order_id = p.id and l.kind = ?)",
                filter.kind());
        where(" and " + PartSort.standing("p") + " >= ?", filter.total().min());
        where(" and " + PartSort.standing("p") + " <= ?", filter.total().max());
        desk(filter.desk());
        return filter.text().isEmpty() ? this : about(filter.text());
    }

    /** Those that are late now, where that is asked for. */
    PartQuery lateAt(PartFilter filter, Instant now) {
        return filter.desk().late() ? where(" and " + Lateness.LATE, now) : this;
    }

    private void desk(PartFilter.Desk desk) {
        if (!desk.portal().isEmpty()) {
            where(" and p.portal_id = (select w.id from portal w where w.slug = ?)", desk.portal());
        }
        if (!desk.merchant().isEmpty()) {
            where(
                    " and p.merchant_id = any(array(select k.id from merchant k where fold(k.name) like ?))",
                    "%" + WILDCARDS.matcher(Texts.fold(desk.merchant())).replaceAll("\\\\$0") + "%");
        }
    }

    /** The parts of whoever has exactly this address, in any case. */
    PartQuery ofCustomer(@Nullable String email) {
        return where(" and lower(o.email) = lower(?)", email);
    }

    PartQuery where(String condition, @Nullable Object... bound) {
        if (Arrays.stream(bound).noneMatch(Objects::isNull)) {
            statement.append(condition);
            values.addAll(Arrays.asList(bound));
        }
        return this;
    }

    /** In its order, after the part that the last page ended with. */
    PartQuery inOrder(@Nullable Long after, int most) {
        String beyond = sort.isFalling() ? " < " : " > ";
        if (sort.isByNumber()) {
            where(" and p.id" + beyond + "?", after);
            return ending(sort.order("p"), most);
        }
        // Of the merchant's own alone: where another's part would stand would tell what it came to.
        where(
                " and (" + sort.key("p") + ", p.id)" + beyond + "(select " + sort.key("a")
                        + ", a.id from merchant_order a where a.id = ? and a.merchant_id = ?)",
                after,
                scope.merchantId());
        ending(sort.order("p"), most);
        statement
                .insert(0, COLUMNS + " from (")
                .append(") f join merchant_order p on p.id = f.id")
                .append(JOINS)
                .append(sort.order("p"));
        return this;
    }

    /** The limit is written and not bound: a plan for any limit looks dearer than one for 26, so that each list would be planned anew. */
    PartQuery ending(String order, int most) {
        statement.append(order).append(" limit ").append(most);
        return this;
    }

    String statement() {
        return statement.toString();
    }

    /** With each part's lines beside it, the parts in their order: one row for each line, or one for a part that has none. */
    String withLines() {
        return "select * from (select f.*, row_number() over () as place from (" + statement
                + ") f) part left join order_line line on line.merchant_order_id = part.part_id order by part.place, line.line_no";
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    static PartRow row(Row row) throws SQLException {
        return new PartRow(
                row.number("part_id"),
                row.text("number"),
                row.text("merchant"),
                row.instant("placed_at"),
                row.text("customer"),
                row.text("email"),
                row.text("phone"),
                row.number("part_cents"),
                row.number("cancelled_cents"),
                row.number("shipping_cents"),
                row.number("unpaid_cents"),
                row.text("mode"),
                row.instantOrNull("slot_start"),
                row.instantOrNull("slot_end"),
                row.date("service_date"),
                row.constant("part_state", MerchantOrderState.class),
                row.integer("version"),
                row.flag("seen"),
                row.textOrNull("alias"),
                List.of());
    }

    /** What reads like a number of ours, or one it was imported with, else every word somewhere in the customer's name or address (K15, M11). */
    private PartQuery about(String text) {
        Optional<Parsed> number = OrderNumbers.parse(text);
        if (number.isPresent()) {
            return bought(Bought.numbered(number.get(), text));
        }
        return bought(ALIAS.matcher(text).matches() ? Bought.byNumberOr(scope, text) : Bought.by(scope, text));
    }

    /** The parts of whoever this text is about. */
    PartQuery aboutCustomer(String text) {
        return bought(Bought.by(scope, text));
    }

    private PartQuery bought(Bought bought) {
        statement.append(" and p.id in (").append(bought.ids()).append(')');
        values.addAll(bought.values());
        return this;
    }

    private PartQuery placedOn(Span days) {
        LocalDate to = days.to();
        where(" and p.placed_at >= ?", startOf(days.from()));
        return where(" and p.placed_at < ?", startOf(to == null ? null : to.plusDays(1)));
    }

    private static @Nullable Object startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(HalleClock.PARIS).toInstant();
    }
}
