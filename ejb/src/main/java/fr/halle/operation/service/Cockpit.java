package fr.halle.operation.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the operator, in one statement: each figure counts the very rows of the list that it opens. The parts are counted
 * merchant by merchant along (merchant, state), of which only those under way are read; the rest along partial indexes that hold
 * nothing else.
 */
@Service
public class Cockpit {

    private static final String COUNTS = """
            with mine as (select array(select id from merchant where portal_id = coalesce(?::bigint, portal_id)) as merchants),
                 open as (select p.state, p.total_cents - p.cancelled_cents as total_cents, p.placed_at, coalesce(p.slot_end, p.service_date::timestamptz) as due,
                                 coalesce(p.slot_end <= ?, p.service_date < ?) and p.service_date <= ? as late
                            from merchant_order p where p.merchant_id = any((select merchants from mine)::bigint[])
                             and p.state in ('RECORDED', 'CONFIRMING', 'PROCESSING', 'READY', 'HANDING_OVER'))
            select 'unaccepted' as key, count(*) as n, coalesce(sum(total_cents), 0)::bigint as cents, min(placed_at) as since
              from open where state in ('RECORDED', 'CONFIRMING')
            union all
            select 'late', count(*), coalesce(sum(total_cents), 0)::bigint, min(due) from open where late
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
        LocalDate today = clock.today();
        List<ToDo> counted = sql.list(
                COUNTS,
                Cockpit::figure,
                portal,
                now,
                today,
                today,
                now.minus(OperatorDesk.REFUND_PROMISE),
                portal,
                portal,
                portal);
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
