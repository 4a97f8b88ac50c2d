package fr.halle.sales.service;

import fr.halle.portal.model.Settings;
import fr.halle.portal.service.Portals;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A quote that is being written: held while it is changed, and what every change brings along. */
@Service
class QuoteDrafts {

    @Inject
    private Sql sql;

    @Inject
    private QuoteStore store;

    @Inject
    private QuoteHolds holds;

    @Inject
    private QuoteFacts facts;

    @Inject
    private Portals portals;

    @Inject
    private HalleClock clock;

    /**
     * Locks the request's quotes.
     *
     * @param version as it was shown, null where the change stands by itself: a prestation more
     * @throws QuoteUnknown when it is not the actor's desk's
     * @throws QuoteSealed when it is no draft any more
     * @throws QuoteChanged when it has another version by now
     */
    QuoteHead hold(Actor actor, long quoteId, @Nullable Integer version) {
        QuoteHead head = store.hold(actor, quoteId);
        if (!head.isDraft()) {
            throw new QuoteSealed(head.no());
        }
        if (version != null && version != head.version()) {
            throw new QuoteChanged();
        }
        return head;
    }

    /** Copies the prestations and conditions of the quote that a new one is to replace. */
    void takeUp(long quoteId, QuoteHead former) {
        sql.update(
                "update quote q set ask = f.ask, deposit_bp = f.deposit_bp, balance_due_on = f.balance_due_on, discount_cents = f.discount_cents,"
                        + " discount_reason = f.discount_reason, message = f.message from quote f where f.id = ? and q.id = ?",
                former.id(),
                quoteId);
        for (QuoteLine line : store.lines(former.id())) {
            store.add(quoteId, line.position(), line);
        }
    }

    /**
     * Takes the stay of its request as it stands now, and the deadlines that a quote has which begins today.
     *
     * @param wanted the whole is asked too where a balance would come too late
     */
    void redate(QuoteHead draft, QuoteAsk wanted) {
        sql.update(
                "update quote q set arrives_on = r.arrives_on, leaves_on = r.leaves_on, adults = r.adults, children = r.children"
                        + " from sales_request r where r.id = q.request_id and q.id = ?",
                draft.id());
        QuoteHead dated = again(draft.id(), draft.requestId());
        Settings settings = portals.byId(draft.portalId()).settings();
        LocalDate today = clock.today();
        LocalDate due = QuoteDeadlines.balanceDueOn(dated.arrivesOn(), dated.leavesOn(), settings, today);
        QuoteAsk ask = due == null ? QuoteAsk.WHOLE : wanted;
        sql.update(
                "update quote set ask = ?, balance_due_on = ?, valid_until = ?, version = version + 1 where id = ?",
                ask,
                ask == QuoteAsk.WHOLE ? null : due,
                QuoteDeadlines.validUntil(dated.arrivesOn(), dated.leavesOn(), settings, today),
                draft.id());
    }

    /** After every change: places held or given back, totals, a new version, the request's facts. */
    void changed(long quoteId, long requestId) {
        holds.settle(requestId);
        QuoteTotals totals = store.view(again(quoteId, requestId)).totals();
        sql.update(
                "update quote set total_cents = ?, due_now_cents = ?, version = version + 1 where id = ?",
                totals.totalCents(),
                totals.dueNowCents(),
                quoteId);
        facts.refresh(requestId);
    }

    /** As its row is by now. */
    QuoteHead again(long quoteId, long requestId) {
        return store.ofRequest(requestId).stream()
                .filter(one -> one.id() == quoteId)
                .findFirst()
                .orElseThrow(QuoteUnknown::new);
    }

    /** A choice of one is none. */
    void loneAlternatives(long quoteId) {
        sql.update(
                "update quote_line l set pick = 'FIRM', alternative = null, taken = true where l.quote_id = ? and l.alternative is not null"
                        + " and (select count(*) from quote_line o where o.quote_id = l.quote_id and o.alternative = l.alternative) = 1",
                quoteId);
        oneOfEach(quoteId);
    }

    /** Of each set of alternatives exactly one is taken. */
    void oneOfEach(long quoteId) {
        sql.update(
                "update quote_line l set taken = true where l.quote_id = ? and l.alternative is not null"
                        + " and not exists (select from quote_line o where o.quote_id = l.quote_id and o.alternative = l.alternative and o.taken)"
                        + " and l.id = (select o.id from quote_line o where o.quote_id = l.quote_id and o.alternative = l.alternative order by o.position, o.id limit 1)",
                quoteId);
    }
}
