package fr.halle.operation.batch;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids of what is due, by keyset; the checkpoint is the last id read, so a restart goes on behind it. What becomes due while
 * the step runs waits for the next run: while people buy, a run would never end.
 */
@Named("dueIds")
@Dependent
public class DueIdsReader extends AbstractItemReader {

    private static final int PAGE = 500;

    @Inject
    private Works works;

    @Inject
    private JobProgress progress;

    @Inject
    private JobContext job;

    @Inject
    private StepContext step;

    @Inject
    @BatchProperty
    private String work;

    private final Deque<Long> page = new ArrayDeque<>();
    private long last;
    private long until = Long.MAX_VALUE;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        last = checkpoint == null ? 0 : (Long) checkpoint;
        List<Long> planned = due(JobProgress.MOST_COUNTED);
        if (planned.size() < JobProgress.MOST_COUNTED) {
            until = planned.isEmpty() ? last : planned.get(planned.size() - 1);
        }
        progress.planned(job.getExecutionId(), step.getStepName(), planned);
    }

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(due(PAGE));
        }
        Long next = page.poll();
        if (next == null || next > until) {
            progress.readable(work);
            return null;
        }
        last = next;
        return next;
    }

    /** Where it cannot be read the run fails, and says why. */
    private List<Long> due(int most) {
        try {
            return works.named(work).due(last, most);
        } catch (RuntimeException unreadable) {
            progress.unreadable(work, unreadable);
            throw unreadable;
        }
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
