package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;

/** Every act on a request is written down in the transaction it is done in (S03). */
@Service
public class RequestHistory {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    /** @param detail a name, a number or an amount: what the sentence of the act is filled with, never a whole message */
    public void write(long requestId, Actor actor, RequestAct act, String detail) {
        sql.update(
                "insert into request_event (id, request_id, at, actor_kind, actor_name, kind, detail) values (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                requestId,
                clock.instant(),
                actor.kind(),
                actor.name(),
                act,
                detail);
    }
}
