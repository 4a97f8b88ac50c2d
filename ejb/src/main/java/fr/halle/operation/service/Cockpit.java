package fr.halle.operation.service;

import fr.halle.order.service.Lateness;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the operator, in one statement: each figure counts the very rows of the list that it opens. The parts are counted
 * merchant by merchant in the index on (merchant, state), whose entries of those under way hold all that is asked for; the rest along
 * partial indexes that hold nothing else.
 */
@Service
public class Cockpit {

    private static final String COUNTS = """
            select f.key, f.n, coalesce(f.cents, 0)::bigint as cents, f.since
              from (select count(*) filter (where new) as new, sum(total_cents) filter (where new) as new_cents,
                           min(placed_at) filter (where new) as new_since,
                           count(*) filter (where late) as late, sum(total_cents) filter (where late) as late_cents,
                           min(slot_end) filter (where late) as late_since
                      from (select p.total_cents - p.cancelled_cents as total_cents, p.placed_at, p.state in ('RECORDED', 'CONFIRMING') as new,
                                   p.slot_end, """ + Lateness.LATE + """
                                   as late
                              from merchant_order p
                             where p.merchant_id = any(array(select id from merchant where portal_id = coalesce(?::bigint, portal_id)))
                               and p.state in ('RECORDED', 'CONFIRMING', 'PROCESSING', 'READY', 'HANDING_OVER')) open) sums
             cross join lateral (values ('unaccepted', new, new_cents, new_since), ('late', late, late_cents, late_since)) f (key, n, cents, since)
            union all
            select 'refundsLate', count(*), coalesce(sum(r.amount_cents), 0)::bigint, min(r.requested_at)
              from refund r join merchant_order m on m.id = r.merchant_order_id
             where r.state <> 'SUCCEEDED' and r.requested_at < ? and m.portal_id = coalesce(?::bigint, m.portal_id)
            union all
            select case when n.bounced_at is null then 'dead' else 'bounced' end, count(*), 0::bigint, min(n.created_at)
              from notification n where n.state = 'DEAD' and n.portal_id = coalesce(?::bigint, n.portal_id) group by 1
            union all
            select 'errors', count(*), coalesce(sum(t.amount_cents), 0)::bigint, min(t.since)
              from order_trouble t where t.solved_at is null and t.portal_id = coalesce(?::bigint, t.portal_id)""";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** In the order in which they are looked at, the empty ones too. @param portal the operator's only one, null for all */
    public List<ToDo> figures(@Nullable Long portal) {
        Instant now = clock.instant();
        List<ToDo> counted = sql.list(
                COUNTS, Cockpit::figure, now, portal, now.minus(OperatorDesk.REFUND_PROMISE), portal, portal, portal);
        return List.of("unaccepted", "late", "refundsLate", "bounced", "dead", "errors").stream()
                .map(key -> counted.stream()
                        .filter(figure -> figure.key().equals(key))
                        .findFirst()
                        .orElse(new ToDo(key, 0, 0, null)))
                .toList();
    }

    private static ToDo figure(Row row) throws SQLException {
        return new ToDo(row.text("key"), row.number("n"), row.number("cents"), row.instantOrNull("since"));
    }
}
