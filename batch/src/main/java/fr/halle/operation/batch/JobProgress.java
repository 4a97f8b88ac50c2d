package fr.halle.operation.batch;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operator watches while a job runs: planned, done and failed items of each step. Committed at once, beside the chunk. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobProgress {

    /** A larger plan is shown as this many or more. */
    public static final int MOST_COUNTED = 100_000;

    private static final int LONGEST_ERROR = 500;

    /** No row has this id. */
    private static final long UNREADABLE = 0;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    public void planned(long executionId, String step, List<Long> ids) {
        sql.update(
                "insert into job_progress (execution_id, step, position, planned, started_at, touched_at)"
                        + " values (?, ?, (select count(*) from job_progress where execution_id = ?), ?, ?, ?)"
                        + " on conflict (execution_id, step) do update set planned = job_progress.done + excluded.planned",
                executionId,
                step,
                executionId,
                (long) ids.size(),
                clock.instant(),
                clock.instant());
    }

    /** What failed was settled by other means: it is due no more. */
    public void nothingIsLeft(String work) {
        sql.update("delete from job_item_failure where work = ?", work);
    }

    public void done(long executionId, String step, String work, List<Long> done, Map<Long, String> failures) {
        sql.update(
                "update job_progress set done = done + ?, failed = failed + ?, touched_at = ? where execution_id = ? and step = ?",
                done.size(),
                failures.size(),
                clock.instant(),
                executionId,
                step);
        sql.update("delete from job_item_failure where work = ? and item_id = any(?)", work, done.toArray(Long[]::new));
        failed(work, failures);
    }

    /**
     * The list of what is due could not be read: no item was reached, which stands as item 0.
     *
     * @return whether that is news
     */
    public boolean unreadable(String work, Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean news =
                sql.number("select count(*) from job_item_failure where work = ? and item_id = ?", work, UNREADABLE)
                        == 0;
        failed(work, Map.of(UNREADABLE, String.valueOf(cause)));
        return news;
    }

    /** The list was read to its end. */
    public void readable(String work) {
        sql.update("delete from job_item_failure where work = ? and item_id = ?", work, UNREADABLE);
    }

    private void failed(String work, Map<Long, String> failures) {
        if (failures.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<@Nullable Object[]> rows = new ArrayList<>();
        failures.forEach((id, error) ->
                rows.add(new Object[] {work, id, error.substring(0, Math.min(error.length(), LONGEST_ERROR)), now, now
                }));
        sql.batch(
                "insert into job_item_failure (work, item_id, error, first_at, last_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (work, item_id) do update set error = excluded.error, last_at = excluded.last_at,"
                        + " times = job_item_failure.times + 1",
                rows);
    }
}
