package fr.halle.outside.service;

import fr.halle.outside.model.OutsidePushState;
import fr.halle.outside.model.OutsidePushTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The one door through which a push moves, in the caller's transaction. */
@Service
public class OutsidePushLifecycle {

    private static final String MOVE =
            "update outside_push set state = ?, version = version + 1, sent_at = case when ? = 'SENT' then coalesce(sent_at, ?) else sent_at end,"
                    + " ended_at = case when ? in ('RECEIPTED', 'DEAD', 'WITHDRAWN') then ? else ended_at end,"
                    + " next_try_at = case when ? in ('RECEIPTED', 'DEAD', 'WITHDRAWN') then null else next_try_at end where id = ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<OutsidePushMoved> moved;

    /** Empty while somebody else holds it. */
    Optional<OutsidePush> lockFree(long id) {
        return sql.one(OutsidePush.SELECT + " skip locked", OutsidePush::of, id);
    }

    OutsidePush lock(long id) {
        return sql.one(OutsidePush.SELECT, OutsidePush::of, id).orElseThrow(PushUnknown::new);
    }

    void apply(OutsidePush push, OutsidePushTransition transition, Actor actor) {
        apply(push, transition, actor, "");
    }

    /** @param receipt the number it was answered with, where it was */
    void apply(OutsidePush push, OutsidePushTransition transition, Actor actor, String receipt) {
        OutsidePushState to = transition.apply(push.state(), actor.kind());
        Instant now = clock.instant();
        sql.update(MOVE, to, to, now, to, now, to, push.id());
        moved.fire(new OutsidePushMoved(push.id(), push.requestId(), push.lineId(), push.act(), transition, receipt));
    }
}
