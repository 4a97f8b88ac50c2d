package fr.halle.sales.service;

import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** What every move of a quote brings along: places are held or given back, and its end is written into the request's history. */
@Service
public class QuoteEnds {

    private static final Map<QuoteTransition, RequestAct> ACTS = Map.of(
            QuoteTransition.VOID, RequestAct.QUOTE_VOIDED,
            QuoteTransition.EXPIRE, RequestAct.QUOTE_EXPIRED);

    @Inject
    private Sql sql;

    @Inject
    private QuoteHolds holds;

    @Inject
    private RequestHistory history;

    void quoteMoved(@Observes QuoteMoved moved) {
        holds.settle(moved.requestId());
        RequestAct act = ACTS.get(moved.transition());
        if (act != null) {
            long no = sql.number("select no from quote where id = ?", moved.quoteId());
            history.write(moved.requestId(), moved.actor(), act, Long.toString(no));
        }
    }
}
