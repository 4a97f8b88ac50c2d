package fr.halle.outside.service;

import fr.halle.outside.model.OutsidePushTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What the outside system has not taken yet: refused, given up, or waiting longer than it should. Whose it is, is for the caller to say. */
@Service
public class HeldUpSales {

    private static final Duration USUAL = Duration.ofMinutes(1);

    private static final String SELECT =
            "select p.id, p.desk_id, coalesce(m.name, o.operator_name) as desk, p.request_id, p.label, p.customer, p.catalogue, p.total_cents,"
                    + " p.act, p.state, p.queued_at, p.next_try_at, p.attempts, coalesce(p.last_error, '') as cause"
                    + " from outside_push p join sales_desk d on d.id = p.desk_id join portal o on o.id = d.portal_id"
                    + " left join merchant m on m.id = d.merchant_id where p.desk_id = any(?)";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private OutsidePushLifecycle lifecycle;

    @Inject
    private Event<PushesQueued> queued;

    /** The dead first, then by age. */
    public List<PushRow> of(Collection<Long> desks, int most) {
        return sql.list(
                SELECT
                        + " and (p.state in ('DEAD', 'RETRYING', 'UNKNOWN') or p.state in ('QUEUED', 'SENT') and p.queued_at < ?)"
                        + " order by p.state <> 'DEAD', p.queued_at, p.id limit ?",
                PushRow::of,
                desks.toArray(Long[]::new),
                clock.instant().minus(USUAL),
                most);
    }

    /** How many are dead: for the menu's mark. */
    public long dead(Collection<Long> desks) {
        return sql.number("select count(*) from outside_push where desk_id = any(?) and state = 'DEAD'", (Object)
                desks.toArray(Long[]::new));
    }

    /**
     * Has a dead one told again from its first attempt on, in the caller's transaction. It is asked about before it is sent.
     *
     * @throws PushUnknown when it is none of these desks'
     * @throws fr.halle.shared.model.MoveRefused when it is not dead any more
     */
    public PushRow replay(Collection<Long> desks, long id, Actor actor) {
        PushRow row = sql.list(SELECT + " and p.id = ?", PushRow::of, desks.toArray(Long[]::new), id).stream()
                .findFirst()
                .orElseThrow(PushUnknown::new);
        lifecycle.apply(lifecycle.lock(id), OutsidePushTransition.REPLAY, actor);
        sql.update(
                "update outside_push set attempts = 0, ended_at = null, next_try_at = ? where id = ?",
                clock.instant(),
                id);
        queued.fire(new PushesQueued(List.of(id)));
        return row;
    }
}
