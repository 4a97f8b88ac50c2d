package fr.halle.operation.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as the operator sees it.
 *
 * @param last null where it never ran
 * @param lookedAt when the clock last looked whether it has something to do, which may be nothing; null where it never did
 * @param next when the clock looks again, null where it only starts by hand
 */
public record JobOverview(
        Job job,
        @Nullable JobRun last,
        @Nullable Instant lookedAt,
        @Nullable Instant next,
        long failures) {

    /** Whether its moment has come: the clock looks once a minute. */
    public boolean isDue(Instant now) {
        return next != null && !next.isAfter(now);
    }

    /** When it was looked for something to do since it last ran, and nothing was found. */
    public @Nullable Instant idleAt() {
        return lookedAt == null || last != null && !lookedAt.isAfter(last.startedAt()) ? null : lookedAt;
    }

    public boolean isRunning() {
        return last != null && last.isRunning();
    }
}
