package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;

/** Whether a request is an actor's to see, asked before anything of it is read or changed. */
@Service
public class RequestSight {

    @Inject
    private Sql sql;

    @Inject
    private Desks desks;

    /** What its desk is. */
    public record Seen(long requestId, SalesDesk desk) {}

    /**
     * @throws RequestUnknown when there is no such request, or it is another desk's
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     */
    public Seen of(Actor actor, long requestId) {
        actor.must(Permission.WORK_SALES);
        long desk = sql.one("select desk_id from sales_request where id = ?", row -> row.number("desk_id"), requestId)
                .orElseThrow(RequestUnknown::new);
        return desks.of(actor).stream()
                .filter(one -> one.id() == desk)
                .findFirst()
                .map(one -> new Seen(requestId, one))
                .orElseThrow(RequestUnknown::new);
    }
}
