package fr.halle.order.service;

import fr.halle.identity.service.Audit;
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
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the wrong codes that are tried for a part (K17): five, then a pause, which doubles each time up to a day. Each try is
 * counted under the row's lock and committed whatever becomes of the move, so that a hundred at once are no more than one after the
 * other; during a pause even the right code is not compared.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PickupGuesses {

    public static final int TRIES = 5;

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Audit audit;

    /**
     * What became of a try.
     *
     * @param left how many more may be wrong before a pause
     * @param blockedUntil when the next may be, null where at once
     */
    public record Verdict(boolean right, int left, @Nullable Instant blockedUntil) {}

    private record Kept(int wrong, @Nullable Instant blockedUntil) {

        static Kept of(Row row) throws SQLException {
            return new Kept(row.integer("wrong"), row.instantOrNull("blocked_until"));
        }
    }

    /** @param compare asked at most once, and not during a pause */
    public Verdict guess(long partId, String part, Actor actor, BooleanSupplier compare) {
        sql.update("insert into pickup_guess (merchant_order_id, wrong) values (?, 0) on conflict do nothing", partId);
        Kept kept = sql.one(
                        "select wrong, blocked_until from pickup_guess where merchant_order_id = ? for no key update",
                        Kept::of,
                        partId)
                .orElseThrow();
        Instant now = clock.instant();
        Optional<Instant> pause = Optional.ofNullable(kept.blockedUntil()).filter(until -> until.isAfter(now));
        if (pause.isPresent()) {
            return new Verdict(false, 0, pause.get());
        }
        return compare.getAsBoolean() ? new Verdict(true, 0, null) : wrong(partId, part, actor, kept.wrong() + 1, now);
    }

    private Verdict wrong(long partId, String part, Actor actor, int wrong, Instant now) {
        Instant until = wrong % TRIES == 0 ? now.plus(pause(wrong / TRIES)) : null;
        sql.update(
                "update pickup_guess set wrong = ?, blocked_until = ?::timestamptz where merchant_order_id = ?",
                wrong,
                until,
                partId);
        if (until != null) {
            audit.write(actor, "pickup_code_blocked", part, Integer.toString(wrong));
        }
        return new Verdict(false, TRIES - wrong % TRIES, until);
    }

    private static Duration pause(int times) {
        int doublings = Math.min(times - 1, 10);
        Duration pause = PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
