package fr.halle.checkout.service;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Baskets that nobody ordered go, with the addresses and names in them. A basket's id is drawn, so for the job it is named by the
 * microsecond in which it was last touched, which rises and is indexed.
 */
@Stateless
public class OldBaskets {

    /**
     * Without a change. The visitor's browser keeps a basket's cookie for thirty days from the last one, and that is written down up to
     * ten minutes early: a day more. A quote's basket, on which its payments hang, stays with the quote.
     */
    static final Duration KEPT = Duration.ofDays(31);

    private static final String GOES =
            " not exists (select from checkout k where k.cart_id = c.id and k.forgotten_at is null)"
                    + " and not exists (select from quote q where q.cart_id = c.id)";

    static final String DUE =
            "select distinct c.touched_at from cart c where c.state = 'OPEN' and c.touched_at > ? and c.touched_at < ?"
                    + " and" + GOES + " order by c.touched_at limit ?";

    static final String HELD =
            "select id from cart where state = 'OPEN' and touched_at = any((?::text[])::timestamptz[])"
                    + " and touched_at < ? for update skip locked";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** Microseconds since 1970 in which baskets were touched last whose time has come. One that was to be paid goes after its checkout. */
    public List<Long> due(long after, int most) {
        return sql.list(
                DUE,
                row -> ChronoUnit.MICROS.between(Instant.EPOCH, row.instant("touched_at")),
                at(after),
                clock.instant().minus(KEPT),
                most);
    }

    /**
     * Deletes those of them that nobody has touched since; of one that an unpaid checkout names, all but its row. One that is in
     * somebody's hands at this moment waits for the next run: after its lock nothing can be put in it or ordered of it.
     */
    public void forget(List<Long> touched) {
        UUID[] held = sql.list(
                        HELD,
                        row -> row.uuid("id"),
                        touched.stream().map(micros -> at(micros).toString()).toArray(String[]::new),
                        clock.instant().minus(KEPT))
                .toArray(UUID[]::new);
        // What names them is looked up by statements of their own: they see what was committed before the lock.
        sql.update(
                "delete from cart c where id = any(?) and not exists (select from checkout k where k.cart_id = c.id)"
                        + " and not exists (select from quote q where q.cart_id = c.id)",
                (Object) held);
        UUID[] emptied = sql.list(
                        "update cart c set state = 'FORGOTTEN', version = version + 1 where id = any(?) and" + GOES
                                + " returning id",
                        row -> row.uuid("id"),
                        (Object) held)
                .toArray(UUID[]::new);
        sql.update("delete from cart_line where cart_id = any(?)", (Object) emptied);
        sql.update("delete from cart_part where cart_id = any(?)", (Object) emptied);
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
