package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The rows of quotes. Whoever writes has locked all quotes of the request first, in the order of their ids; then places are locked,
 * the request last.
 */
@Service
class QuoteStore {

    private static final String LINES = "select * from quote_line where quote_id = ? order by position, id";

    private static final String INSERT = "insert into quote_line (id, quote_id, position, source, catalogue_code,"
            + " outside_id, merchant_id, shop_id, product_id, kind, name, total_cents, public_cents, pick, alternative, taken, choice, line)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private Desks desks;

    /** @throws QuoteUnknown when there is none, or it is not the actor's desk's */
    QuoteHead find(Actor actor, long quoteId) {
        return sql.one(
                        QuoteHead.SELECT + " where q.id = ? and q.desk_id = any(?)",
                        QuoteHead::of,
                        quoteId,
                        desksOf(actor))
                .orElseThrow(QuoteUnknown::new);
    }

    /** Locks the quote and the others of its request, so that all of them can be written. @throws QuoteUnknown as {@link #find} */
    QuoteHead hold(Actor actor, long quoteId) {
        long requestId = find(actor, quoteId).requestId();
        return hold(requestId).stream()
                .filter(one -> one.id() == quoteId)
                .findFirst()
                .orElseThrow(QuoteUnknown::new);
    }

    /** All quotes of a request, oldest first, locked. */
    List<QuoteHead> hold(long requestId) {
        sql.list(
                "select id from quote where request_id = ? order by id for no key update",
                row -> row.number("id"),
                requestId);
        return ofRequest(requestId);
    }

    List<QuoteHead> ofRequest(long requestId) {
        return sql.list(QuoteHead.SELECT + " where q.request_id = ? order by q.no", QuoteHead::of, requestId);
    }

    List<QuoteLine> lines(long quoteId) {
        return sql.list(LINES, QuoteLine::of, quoteId);
    }

    QuoteView view(QuoteHead head) {
        return QuoteView.of(head, lines(head.id()));
    }

    /** At the end of the quote. @return the new row's id */
    long add(long quoteId, int position, QuoteLine line) {
        long id = ids.next();
        sql.update(
                INSERT,
                id,
                quoteId,
                position,
                line.source(),
                line.catalogueCode(),
                line.outsideId(),
                line.merchantId(),
                line.shopId(),
                line.line().productId(),
                line.line().kind(),
                line.line().name(),
                line.line().totalCents(),
                line.publicCents(),
                line.pick(),
                line.alternative(),
                line.taken(),
                line.choice() == null ? null : Json.write(line.choice()),
                Json.write(line.line()));
        return id;
    }

    /** The desks an actor works at. @throws fr.halle.shared.model.NotAllowed when its role does not allow it */
    Long[] desksOf(Actor actor) {
        actor.must(Permission.WORK_SALES);
        return desks.of(actor).stream().map(SalesDesk::id).toArray(Long[]::new);
    }
}
