package fr.halle.outside.service;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Customers' names in what was told outside go, once both sides have settled their year: what was sold, for how much and under which
 * receipt stays for the comparison of a day, and the order still knows its customer.
 */
@Stateless
public class OldNames {

    /** After the last that happened to it. */
    static final Duration KEPT = Duration.ofDays(365);

    private static final String OLD =
            " customer <> '' and state in ('RECEIPTED', 'WITHDRAWN', 'DEAD') and coalesce(ended_at, queued_at) < ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** Rows whose time has come, by id. */
    public List<Long> due(long afterId, int most) {
        return sql.list(
                "select id from outside_push where id > ? and" + OLD + " order by id limit ?",
                row -> row.number("id"),
                afterId,
                clock.instant().minus(KEPT),
                most);
    }

    /** Those of them that are still due: one that is replayed meanwhile keeps its name until it ends. */
    public void forget(List<Long> ids) {
        sql.update(
                "update outside_push set customer = '', body = body - 'customer' where id = any(?) and" + OLD,
                (Object) ids.toArray(Long[]::new),
                clock.instant().minus(KEPT));
    }
}
