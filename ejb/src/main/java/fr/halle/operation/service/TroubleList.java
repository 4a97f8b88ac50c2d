package fr.halle.operation.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in Erreur, as its operator reads it: oldest first, of one portal or of all (portal null). */
@Service
public class TroubleList {

    private static final String SELECT = """
            select t.id, t.cause, t.subject_id, t.portal_id, p.name as portal, m.number, t.order_no, t.part_id, m.state, m.state_before_error,
                   t.merchant_id, coalesce(k.name, '') as merchant, t.amount_cents, t.since, t.last_at, t.times, t.message, t.replayed_at
              from order_trouble t join portal p on p.id = t.portal_id
              left join merchant_order m on m.id = t.part_id left join merchant k on k.id = t.merchant_id
             where t.solved_at is null and t.portal_id = coalesce(?::bigint, t.portal_id)""";

    @Inject
    private Sql sql;

    /** @param after the last one of the page before */
    public List<Trouble> open(@Nullable Long portal, @Nullable TroubleCause cause, @Nullable Long after, int most) {
        return sql.list(
                SELECT + " and t.cause = coalesce(?, t.cause) and (?::bigint is null or (t.since, t.id) >"
                        + " (select x.since, x.id from order_trouble x where x.id = ?::bigint)) order by t.since, t.id limit ?",
                TroubleList::trouble,
                portal,
                cause == null ? null : cause.name(),
                after,
                after,
                most);
    }

    public Optional<Trouble> one(@Nullable Long portal, long id) {
        return sql.one(SELECT + " and t.id = ?", TroubleList::trouble, portal, id);
    }

    /** How many of each cause. */
    public Map<TroubleCause, Long> counts(@Nullable Long portal) {
        Map<TroubleCause, Long> counts = new EnumMap<>(TroubleCause.class);
        sql.list(
                "select cause, count(*) as n from order_trouble where solved_at is null and portal_id = coalesce(?::bigint, portal_id)"
                        + " group by cause",
                row -> counts.put(row.constant("cause", TroubleCause.class), row.number("n")),
                portal);
        return counts;
    }

    private static Trouble trouble(Row row) throws SQLException {
        Long order = row.numberOrNull("order_no");
        String part = row.textOrNull("number");
        return new Trouble(
                row.number("id"),
                row.constant("cause", TroubleCause.class),
                row.number("subject_id"),
                row.number("portal_id"),
                row.text("portal"),
                part != null ? part : order == null ? "" : OrderNumbers.format(order),
                row.numberOrNull("part_id"),
                state(row, "state"),
                state(row, "state_before_error"),
                row.numberOrNull("merchant_id"),
                row.text("merchant"),
                row.number("amount_cents"),
                row.instant("since"),
                row.instant("last_at"),
                row.integer("times"),
                row.text("message"),
                row.instantOrNull("replayed_at"));
    }

    private static @Nullable MerchantOrderState state(Row row, String column) throws SQLException {
        String name = row.textOrNull(column);
        return name == null ? null : MerchantOrderState.valueOf(name);
    }
}
