package fr.halle.operation.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of what stands in Erreur true (M41, O16). Whoever meets a trouble, and the clock, have the thing looked at: a trouble
 * that holds has one open row, one that holds no more is solved. Looking twice changes nothing.
 */
@Service
public class Troubles {

    /** Money of an order that old was collected, and its books are the nightly checks'. */
    private static final Duration COLLECTED_BY_THEN = Duration.ofDays(3);

    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_MESSAGE = 500;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private PartsInError parts;

    private record Found(
            long subjectId,
            long portalId,
            @Nullable Long partId,
            @Nullable Long orderNo,
            @Nullable Long merchantId,
            long cents,
            Instant since,
            String message) {

        static Found of(Row row) throws SQLException {
            return new Found(
                    row.number("subject_id"),
                    row.number("portal_id"),
                    row.numberOrNull("part_id"),
                    row.numberOrNull("order_no"),
                    row.numberOrNull("merchant_id"),
                    row.number("amount_cents"),
                    row.instant("since"),
                    row.text("message"));
        }
    }

    /** How something ended. */
    public enum Solution {
        /** By itself: the next look found nothing any more. */
        BY_ITSELF,
        REPLAYED,
        /** By another way, with a reference. */
        SETTLED,
        ADDRESS_CORRECTED
    }

    /**
     * Looks at one thing: writes down that it is in trouble, once more where it was known, or that it is not any more.
     *
     * @param words what was said of it just now; empty for what its row says
     * @return whether the cause holds for it
     */
    public boolean look(TroubleCause cause, long subjectId, String words) {
        Optional<Found> found = sql.one(cause.one(), Found::of, subjectId);
        if (found.isEmpty()) {
            solve(cause, subjectId, Solution.BY_ITSELF, "system");
            return false;
        }
        meet(cause, found.get(), words.isEmpty() ? found.get().message() : words);
        return true;
    }

    /** Looks at one thing that somebody did something about. @return whether the cause still holds */
    public boolean lookAfter(TroubleCause cause, long subjectId, Solution solution, String by) {
        if (sql.one(cause.one(), Found::of, subjectId).isPresent()) {
            return true;
        }
        solve(cause, subjectId, solution, by);
        return false;
    }

    /** What it comes to as of now, which a refund may have made less; empty where the cause does not hold for it any more. */
    OptionalLong cents(TroubleCause cause, long subjectId) {
        return sql.one(cause.one(), Found::of, subjectId).stream()
                .mapToLong(Found::cents)
                .findFirst();
    }

    /** The causes of which a row is missing, stands open for nothing, or names another amount. */
    public List<TroubleCause> wrong() {
        return List.of(TroubleCause.values()).stream()
                .filter(cause -> !unmet(cause).isEmpty() || !changed(cause).isEmpty())
                .toList();
    }

    /** Looks at everything of a cause. */
    public void sweep(TroubleCause cause) {
        unmet(cause).forEach(found -> meet(cause, found, found.message()));
        changed(cause).forEach(subject -> look(cause, subject, ""));
    }

    /** What ends all of a thing's troubles of these causes, such as a refund that arrived. */
    void solved(long subjectId, TroubleCause... causes) {
        for (TroubleCause cause : causes) {
            solve(cause, subjectId, Solution.BY_ITSELF, "system");
        }
    }

    void solve(TroubleCause cause, long subjectId, Solution solution, String by) {
        List<Long> partIds = sql.list(
                "update order_trouble set solved_at = ?, solved_by = ?, solution = ? where cause = ? and subject_id = ? and solved_at is null"
                        + " returning coalesce(part_id, 0) as part_id",
                row -> row.number("part_id"),
                clock.instant(),
                by,
                solution,
                cause,
                subjectId);
        if (cause.stopsThePart()) {
            partIds.forEach(part -> parts.goOn(part, cause));
        }
    }

    private List<Found> unmet(TroubleCause cause) {
        if (!cause.isFoundByLooking()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        String bound = "";
        if (cause == TroubleCause.LEDGER) {
            bound = " and p.authorised_at >= ?";
            values.add(clock.instant().minus(COLLECTED_BY_THEN));
        }
        values.add(cause.name());
        values.add(MOST_AT_ONCE);
        return sql.list(
                "select f.* from (" + cause.all() + bound + ") f where not exists (select 1 from order_trouble t"
                        + " where t.cause = ? and t.subject_id = f.subject_id and t.solved_at is null) order by f.subject_id limit ?",
                Found::of,
                values.toArray());
    }

    private List<Long> changed(TroubleCause cause) {
        Map<Long, Long> open = new LinkedHashMap<>();
        sql.list(
                "select subject_id, amount_cents from order_trouble where cause = ? and solved_at is null order by subject_id limit ?",
                row -> open.put(row.number("subject_id"), row.number("amount_cents")),
                cause,
                MOST_AT_ONCE);
        return open.entrySet().stream()
                .filter(known -> !OptionalLong.of(known.getValue()).equals(cents(cause, known.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void meet(TroubleCause cause, Found found, String words) {
        sql.update(
                "insert into order_trouble (id, cause, subject_id, portal_id, part_id, order_no, merchant_id, amount_cents, since, last_at,"
                        + " message) values (?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?, ?, ?, ?)"
                        + " on conflict (cause, subject_id) where solved_at is null do update set times = order_trouble.times + 1,"
                        + " last_at = excluded.last_at, message = excluded.message, amount_cents = excluded.amount_cents",
                ids.next(),
                cause,
                found.subjectId(),
                found.portalId(),
                found.partId(),
                found.orderNo(),
                found.merchantId(),
                found.cents(),
                found.since(),
                clock.instant(),
                words.substring(0, Math.min(words.length(), LONGEST_MESSAGE)));
        Long part = found.partId();
        if (cause.stopsThePart() && part != null) {
            parts.stop(part, cause, words);
        }
    }
}
