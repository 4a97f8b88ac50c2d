package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The box "Saisie dans le logiciel (Traité)" (S16, K25): for what did not go to an outside system by itself. */
@Stateless
public class DossierDone {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestSight sight;

    @Inject
    private RequestHistory history;

    /**
     * Ticks it, or takes the tick away; twice is once.
     *
     * @throws DossierNotSettled while something is to be paid
     * @throws RequestUnknown when it is not the actor's desk's
     */
    public void set(Actor actor, long requestId, boolean done) {
        sight.of(actor, requestId);
        String stages = done ? "('SETTLED')" : "('PROCESSED')";
        int changed = sql.update(
                "update sales_request set done_at = ?, version = version + 1 where id = ? and stage in " + stages,
                done ? clock.instant() : null,
                requestId);
        if (changed == 1) {
            history.write(requestId, actor, done ? RequestAct.DONE : RequestAct.UNDONE, "");
        } else if (sql.number(
                        "select count(*) from sales_request where id = ? and stage in ('SETTLED', 'PROCESSED')",
                        requestId)
                == 0) {
            throw new DossierNotSettled();
        }
    }
}
