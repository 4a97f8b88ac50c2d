package fr.halle.operation.service;

import fr.halle.order.service.Lateness;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * O18, « il y a un enjeu solidaire entre commerçants »: how each shop kept its promises, of what was ordered in the last days. A part is
 * accepted when it was validated, or completed without it. What has a slot is late when the day of it ended before it was handed over;
 * what has none promised no hour ({@link Lateness}). Whoever cancels, the customer has lost an order.
 */
@Service
public class QualityDesk {

    /** C12: an order is ready in two hours, so it is accepted in less. */
    public static final Duration PROMISED = Duration.ofHours(2);

    private static final String QUALITY = """
            select s.name as shop, k.name as merchant, w.name as portal, q.* from (
              select o.shop_id, count(*) as parts,
                     percentile_disc(0.5) within group (order by o.answered) as median,
                     count(o.answered) as accepted, count(*) filter (where o.answered <= ?) as in_time,
                     count(*) filter (where o.state = 'CANCELLED') as cancelled,
                     count(*) filter (where o.dated) as dated, count(*) filter (where o.dated and o.late) as late
                from (select p.shop_id, p.state,
                             extract(epoch from coalesce(p.validated_at, p.completed_at) - p.placed_at)::bigint as answered,
                             p.slot_end is not null and p.state not in ('CANCELLED', 'ERROR') and p.service_date <= ? as dated,
                             coalesce((p.completed_at at time zone 'Europe/Paris')::date > p.service_date,
                             """ + Lateness.LATE + """
                             ) as late
                        from merchant_order p
                       where p.merchant_id = any(array(select id from merchant where portal_id = coalesce(?::bigint, portal_id)))
                         and p.placed_at >= ?) o
               group by o.shop_id) q
              join shop s on s.id = q.shop_id join merchant k on k.id = s.merchant_id join portal w on w.id = s.portal_id
             order by q.late + q.cancelled desc, q.parts desc, s.name limit ?""";

    private static final int HUNDRED = 100;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** Whoever disappoints most first. @param portal the operator's only one, null for all */
    public List<ShopQuality> ofTheLast(@Nullable Long portal, int days, int most) {
        Instant now = clock.instant();
        return sql.list(
                QUALITY,
                QualityDesk::quality,
                PROMISED.toSeconds(),
                clock.today(),
                now,
                portal,
                now.minus(Duration.ofDays(days)),
                most);
    }

    private static ShopQuality quality(Row row) throws SQLException {
        Long median = row.numberOrNull("median");
        return new ShopQuality(
                row.text("shop"),
                row.text("merchant"),
                row.text("portal"),
                row.number("parts"),
                median == null ? null : Duration.ofSeconds(median).toMinutes(),
                share(row.number("in_time"), row.number("accepted")),
                row.number("cancelled"),
                row.number("cancelled") * HUNDRED / row.number("parts"),
                row.number("late"),
                share(row.number("late"), row.number("dated")));
    }

    private static @Nullable Long share(long part, long whole) {
        return whole == 0 ? null : part * HUNDRED / whole;
    }
}
