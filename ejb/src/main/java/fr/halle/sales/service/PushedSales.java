package fr.halle.sales.service;

import fr.halle.outside.model.OutsidePushTransition;
import fr.halle.outside.service.OutsidePushMoved;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * What the outside system has a receipt for is written in the request's history; once it has all of an order, nothing is left to be
 * entered by hand and "Saisie dans le logiciel (Traité)" ticks itself (K25).
 */
@Service
public class PushedSales {

    private static final String DONE =
            "update sales_request r set done_at = ?, last_at = ?, version = version + 1 where id = ? and done_at is null"
                    + " and exists (select from outside_push p where p.request_id = r.id and p.act = 'SALE' and p.state = 'RECEIPTED')"
                    + " and not exists (select from outside_push p where p.request_id = r.id and p.act = 'SALE'"
                    + " and (not p.ticks or p.state not in ('RECEIPTED', 'WITHDRAWN')))";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestHistory history;

    void moved(@Observes OutsidePushMoved push) {
        boolean receipted = push.transition() == OutsidePushTransition.RECEIPT;
        if (receipted) {
            history.write(push.requestId(), Actor.SYSTEM, RequestAct.PUSHED, push.receipt());
        }
        if (receipted || push.transition() == OutsidePushTransition.WITHDRAW) {
            tick(push.requestId());
        }
    }

    private void tick(long requestId) {
        // Of two lines receipted at the same moment the second waits here for the first, and then sees it.
        sql.number("select id from sales_request where id = ? for no key update", requestId);
        Instant now = clock.instant();
        if (sql.update(DONE, now, now, requestId) > 0) {
            history.write(requestId, Actor.SYSTEM, RequestAct.DONE, "");
        }
    }
}
