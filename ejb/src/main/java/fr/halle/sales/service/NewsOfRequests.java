package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** What an open page is told of what customers wrote since (S01, S10): asked by every open page, so one statement along an index. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class NewsOfRequests {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST = 999;
    private static final String NEWS =
            "select count(*) as unread, count(*) filter (where last_at > ?) as newer from (select last_at from sales_request"
                    + " where desk_id = any (array(select d.id from sales_desk d where case when ?::bigint is null then d.merchant_id is null"
                    + " and d.portal_id = coalesce((select portal_id from user_account where id = ?), d.portal_id) else d.merchant_id = ? end))"
                    + " and spam_at is null and archived_at is null and unread > 0 limit ?) f";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /**
     * @param unread requests that hold something nobody of the desk has opened
     * @param newer of them, those written in since
     * @param at when this was read, to ask from next time
     */
    public record News(long unread, long newer, Instant at) {}

    /** Of who does not work at a desk, nothing. */
    public News since(Actor actor, Instant moment) {
        Instant now = clock.instant();
        if (!actor.may(Permission.WORK_SALES)) {
            return new News(0, 0, now);
        }
        Instant from = moment.isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : moment;
        return sql.one(
                        NEWS,
                        row -> new News(row.number("unread"), row.number("newer"), now),
                        from,
                        actor.merchantId(),
                        actor.id(),
                        actor.merchantId(),
                        MOST)
                .orElseThrow();
    }

    public News now(Actor actor) {
        return since(actor, clock.instant());
    }
}
