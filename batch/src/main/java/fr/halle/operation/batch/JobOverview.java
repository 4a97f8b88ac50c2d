package fr.halle.operation.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as the operator sees it. @param last null where it never ran; @param next null where it only starts by hand */
public record JobOverview(
        Job job, @Nullable JobRun last, @Nullable Instant next, long failures) {

    public boolean isRunning() {
        return last != null && last.isRunning();
    }
}
