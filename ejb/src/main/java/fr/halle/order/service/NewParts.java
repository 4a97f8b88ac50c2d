package fr.halle.order.service;

import fr.halle.order.service.Sight.Scope;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an open page of the back office is told of new parts (M52): of a merchant its own that nobody has opened, of an operator those
 * of its portals. It is asked by every open page several times a minute, so it is one statement along an index.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class NewParts {

    /** A page that was left open for longer is told as if it had been opened then. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final String UNSEEN =
            "select (select count(*) from merchant_order where merchant_id = ? and seen_at is null"
                    + " and state in ('RECORDED', 'CONFIRMING')) as unseen,";
    private static final String SOUND =
            " coalesce((select announce_sound from user_account where id = ?), true) as sound";

    private static final String OF_MERCHANT = UNSEEN + """
             (select count(*) from merchant_order where merchant_id = ? and placed_at > ? and seen_at is null
                 and state in ('RECORDED', 'CONFIRMING')) as newer,""" + SOUND;

    private static final String OF_PORTAL = """
            select 0 as unseen,
             (select count(*) from merchant m join merchant_order p on p.merchant_id = m.id and p.placed_at > ?
               where m.portal_id = coalesce(?::bigint, m.portal_id) and p.state in ('RECORDED', 'CONFIRMING')) as newer,""" + SOUND;

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private HalleClock clock;

    /**
     * @param unseen parts that nobody of the merchant's has opened, the figure beside the menu's entry
     * @param newer of them, or of the operator's, those placed since the page was read
     * @param sound whether the reader wants to hear of them
     * @param at when this was read, to ask from next time
     */
    public record News(long unseen, long newer, boolean sound, Instant at) {}

    /** As a page is first written. */
    public News now(Actor actor) {
        return since(actor, clock.instant());
    }

    public News since(Actor actor, Instant moment) {
        Scope scope = sight.of(actor);
        Instant now = clock.instant();
        Instant from = moment.isBefore(now.minus(LONGEST)) ? now.minus(LONGEST) : moment;
        Long merchant = scope.merchantId();
        return merchant == null
                ? read(OF_PORTAL, now, from, scope.portalId(), actor.id())
                : read(OF_MERCHANT, now, merchant, merchant, from, actor.id());
    }

    /** Switches the sound on or off, for this account on whatever machine. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void sound(Actor actor, boolean on) {
        sql.update("update user_account set announce_sound = ? where id = ?", on, actor.id());
    }

    private News read(String statement, Instant now, @Nullable Object... values) {
        return sql.one(statement, row -> news(row, now), values).orElseThrow();
    }

    private static News news(Row row, Instant now) throws SQLException {
        return new News(row.number("unseen"), row.number("newer"), row.flag("sound"), now);
    }
}
