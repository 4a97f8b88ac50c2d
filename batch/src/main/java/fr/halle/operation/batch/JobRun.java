package fr.halle.operation.batch;

import jakarta.batch.runtime.BatchStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job.
 *
 * @param interrupted whether its process died: the runtime still says it runs
 * @param startedBy an account's name, or {@code clock}
 */
public record JobRun(
        long executionId,
        Job job,
        BatchStatus status,
        boolean interrupted,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<JobStep> steps) {

    public boolean isRunning() {
        return !interrupted
                && (status == BatchStatus.STARTED || status == BatchStatus.STARTING || status == BatchStatus.STOPPING);
    }

    public boolean isDone() {
        return status == BatchStatus.COMPLETED;
    }

    /** What the batch runtime can go on with, from its checkpoint. */
    public boolean isRestartable() {
        return status == BatchStatus.STOPPED || status == BatchStatus.FAILED;
    }

    public long planned() {
        return steps.stream().mapToLong(JobStep::planned).sum();
    }

    public long done() {
        return steps.stream().mapToLong(JobStep::done).sum();
    }

    public long failed() {
        return steps.stream().mapToLong(JobStep::failed).sum();
    }

    /** Of what was planned; all of it where nothing was, unless what there is to do could not even be read. */
    public int percent() {
        long planned = planned();
        if (planned == 0 && status == BatchStatus.FAILED) {
            return 0;
        }
        long worked = done() + failed();
        return planned <= worked ? 100 : (int) (worked * 100 / planned);
    }
}
