package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Puts a request away or takes it out again: archived (S28), or spam. Done twice, it is done once. */
@Stateless
public class RequestFiling {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestSight sight;

    @Inject
    private RequestHistory history;

    public void archive(Actor actor, long requestId) {
        file(actor, requestId, "archived_at = ? where archived_at is null", RequestAct.ARCHIVED);
    }

    public void unarchive(Actor actor, long requestId) {
        file(actor, requestId, "archived_at = null where archived_at is not null", RequestAct.UNARCHIVED);
    }

    public void spam(Actor actor, long requestId) {
        file(actor, requestId, "spam_at = ? where spam_at is null", RequestAct.SPAM);
    }

    public void notSpam(Actor actor, long requestId) {
        file(actor, requestId, "spam_at = null where spam_at is not null", RequestAct.NOT_SPAM);
    }

    private void file(Actor actor, long requestId, String change, RequestAct act) {
        sight.of(actor, requestId);
        Object[] values = change.contains("?") ? new Object[] {clock.instant(), requestId} : new Object[] {requestId};
        if (sql.update("update sales_request set version = version + 1, " + change + " and id = ?", values) > 0) {
            history.write(requestId, actor, act, "");
        }
    }
}
