package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.Sight.Scope;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.OrderNumbers.Parsed;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a list of parts, put together from conditions of our own; what people typed is only ever bound. The merchant's
 * id (or the operator's portal) is its first condition, always (K28).
 */
final class PartQuery {

    private static final String SELECT = """
            select p.id, p.number, m.name as merchant, p.placed_at, o.first_name || ' ' || o.last_name as customer, o.email, o.phone,
                   p.total_cents, p.shipping_cents, p.mode, p.slot_start, p.slot_end, p.service_date, p.state, p.version,
                   p.seen_at is not null as seen,
                   (select coalesce(sum(b.amount_cents), 0) from balance_due b
                     where b.order_id = p.order_id and b.merchant_order_id = p.id and b.state not in ('PAID', 'WAIVED')) as unpaid_cents
              from merchant_order p
              join customer_order o on o.id = p.order_id
              join merchant m on m.id = p.merchant_id
             where true""";

    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");

    private final StringBuilder statement = new StringBuilder(SELECT);
    private final List<@Nullable Object> values = new ArrayList<>();

    PartQuery(Scope scope) {
        where(" and p.merchant_id = ?", scope.merchantId());
        where(" and p.portal_id = ?", scope.portalId());
    }

    PartQuery holding(PartFilter filter) {
        if (!filter.states().isEmpty()) {
            where(" and p.state = any (?)", (Object)
                    filter.states().stream().map(MerchantOrderState::name).toArray(String[]::new));
        }
        where(" and p.mode = ?", filter.mode());
        if (filter.axis() == DayAxis.SERVED) {
            where(" and p.service_date >= ?", filter.from());
            where(" and p.service_date <= ?", filter.to());
        } else {
            where(" and p.placed_at >= ?", startOf(filter.from()));
            where(
                    " and p.placed_at < ?",
                    startOf(filter.to() == null ? null : filter.to().plusDays(1)));
        }
        return filter.text().isEmpty() ? this : about(filter.text());
    }

    PartQuery where(String condition, @Nullable Object... bound) {
        if (Arrays.stream(bound).noneMatch(Objects::isNull)) {
            statement.append(condition);
            values.addAll(Arrays.asList(bound));
        }
        return this;
    }

    /** Newest first, after the part that the last page ended with. */
    PartQuery newest(@Nullable Long after, int most) {
        where(" and p.id < ?", after);
        return ending(" order by p.id desc limit ?", most);
    }

    PartQuery ending(String order, int most) {
        statement.append(order);
        values.add(most);
        return this;
    }

    String statement() {
        return statement.toString();
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    static PartRow row(Row row) throws SQLException {
        return new PartRow(
                row.number("id"),
                row.text("number"),
                row.text("merchant"),
                row.instant("placed_at"),
                row.text("customer"),
                row.text("email"),
                row.text("phone"),
                row.number("total_cents"),
                row.number("shipping_cents"),
                row.number("unpaid_cents"),
                row.text("mode"),
                row.instantOrNull("slot_start"),
                row.instantOrNull("slot_end"),
                row.date("service_date"),
                row.constant("state", MerchantOrderState.class),
                row.integer("version"),
                row.flag("seen"),
                List.of());
    }

    /** A number where it reads as one, else every word somewhere in the customer's name or address, accents and case ignored. */
    private PartQuery about(String text) {
        Optional<Parsed> number = OrderNumbers.parse(text);
        if (number.isPresent()) {
            where(" and o.order_no = ?", number.get().order());
            return where(" and p.position = ?", number.get().part());
        }
        for (String word : Texts.fold(text).split(" ")) {
            String quoted = WILDCARDS.matcher(word).replaceAll("\\\\$0");
            where(" and fold(o.email || ' ' || o.first_name || ' ' || o.last_name) like ?", "%" + quoted + "%");
        }
        return this;
    }

    private static @Nullable Object startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(HalleClock.PARIS).toInstant();
    }
}
