package fr.halle.notification.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How often the same may be sent again: not within ten minutes, and five times a day. */
@Service
class ResendPace {

    static final Duration BETWEEN = Duration.ofMinutes(10);
    static final Duration DAY = Duration.ofDays(1);
    static final int MOST_A_DAY = 5;

    private static final String AGAIN = " and key like '%:again:%'";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** The copies of one message. */
    void ofMessage(long id) {
        check(
                "order_id is not distinct from (select order_id from notification where id = ?) and split_part(key, ':again:', 1)"
                        + " = (select split_part(key, ':again:', 1) from notification where id = ?)" + AGAIN,
                id,
                id);
    }

    /** The customer's mails of one part, or of its order where they are grouped. */
    void ofPart(long partId, long orderId) {
        check(
                "order_id = ? and (merchant_order_id = ? or merchant_order_id is null)"
                        + " and event in ('ORDER_LINE_CONFIRMED', 'ORDER_REPLACED', 'PART_CANCELLED', 'REFUND_SUCCEEDED')"
                        + AGAIN,
                orderId,
                partId);
    }

    /** Whichever merchant of the bill sends it: the inbox is the same. */
    void ofBalances(long orderId, long partId) {
        check(
                "order_id = ? and event in ('BALANCE_LINK', 'BALANCE_REMINDER') and subject_id in"
                        + " (select bill_id from balance_due where order_id = ? and merchant_order_id = ?)" + AGAIN,
                orderId,
                orderId,
                partId);
    }

    /** Whichever merchant of the order sends it: the inbox is the same. */
    void ofRecap(long orderId) {
        check("order_id = ? and event = 'ORDER_RECAP'", orderId);
    }

    /** @throws SentJustNow with the minute from which it may be sent again */
    private void check(String which, Object... values) {
        List<Instant> times = sql.list(
                "select distinct created_at from notification where " + which + " order by created_at desc limit "
                        + MOST_A_DAY,
                row -> row.instant("created_at"),
                values);
        if (times.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant next = times.get(0).plus(BETWEEN);
        if (times.size() == MOST_A_DAY) {
            Instant tomorrow = times.get(MOST_A_DAY - 1).plus(DAY);
            next = tomorrow.isAfter(next) ? tomorrow : next;
        }
        if (next.isAfter(now)) {
            throw new SentJustNow(next.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES));
        }
    }
}
