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
import org.jspecify.annotations.Nullable;

/** Reads ids of what is due, by keyset; the checkpoint is the last id read, so a restart goes on behind it. */
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

    @Override
    public void open(@Nullable Serializable checkpoint) {
        last = checkpoint == null ? 0 : (Long) checkpoint;
        progress.planned(
                job.getExecutionId(), step.getStepName(), works.named(work).due(last, JobProgress.MOST_COUNTED));
    }

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(works.named(work).due(last, PAGE));
        }
        Long next = page.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
