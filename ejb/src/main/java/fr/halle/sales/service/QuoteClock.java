package fr.halle.sales.service;

import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * What the clock does about quotes: the day before its last the customer is reminded (on its last where the work did not come to it
 * before), unless it was sent no earlier than that; after its last the quote expires, unless its customer is paying at that moment; a
 * forgotten draft keeps no place beyond its own date, unless it is prolonged.
 */
@Stateless
public class QuoteClock {

    private static final String REMINDED =
            "q.state = 'SENT' and q.valid_until between ? and ? and q.reminded_at is null"
                    + " and q.sent_at < (q.valid_until - 1)::timestamp at time zone 'Europe/Paris'";

    private static final String DUE = "select q.id from quote q where q.id > ? and q.order_id is null"
            + " and (q.state in ('SENT', 'ACCEPTED') and q.valid_until < ?"
            + " and not exists (select from checkout k where k.cart_id = q.cart_id and k.state = 'PENDING')"
            + " or " + REMINDED
            + " or q.state = 'DRAFT' and q.valid_until < ? and exists (select from quote_line l join quote_claim c on c.line_id = l.id"
            + " where l.quote_id = q.id and not c.returned)) order by q.id limit ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private QuoteStore store;

    @Inject
    private QuoteLifecycle lifecycle;

    @Inject
    private QuoteHolds holds;

    @Inject
    private QuoteLetters letters;

    /** Those of which something is due, by id. */
    public List<Long> due(long afterId, int most) {
        LocalDate today = clock.today();
        return sql.list(DUE, row -> row.number("id"), afterId, today, today, today.plusDays(1), today, most);
    }

    /** Does what is due of it now, once. */
    public void advance(long quoteId) {
        long requestId = sql.number("select request_id from quote where id = ?", quoteId);
        QuoteHead head = store.hold(requestId).stream()
                .filter(one -> one.id() == quoteId)
                .findFirst()
                .orElseThrow(QuoteUnknown::new);
        boolean over = head.validUntil().isBefore(clock.today());
        if (head.isOut() && over) {
            expire(head);
        } else if (head.isOut()) {
            remind(head);
        } else if (head.isDraft() && over) {
            holds.giveBack(quoteId);
        }
    }

    /** Who began to pay meanwhile is not cut off: the quote is looked at again. */
    private void expire(QuoteHead head) {
        boolean paying = sql.number(
                        "select count(*) from checkout k join quote q on q.cart_id = k.cart_id where q.id = ? and k.state = 'PENDING'",
                        head.id())
                > 0;
        if (!paying) {
            lifecycle.apply(head.id(), QuoteTransition.EXPIRE, Actor.CLOCK, "EXPIRED");
        }
    }

    private void remind(QuoteHead head) {
        LocalDate today = clock.today();
        boolean first = sql.update(
                        "update quote q set reminded_at = ? where q.id = ? and " + REMINDED,
                        clock.instant(),
                        head.id(),
                        today,
                        today.plusDays(1))
                == 1;
        if (first) {
            letters.remind(head, head.validUntil().equals(today));
        }
    }
}
