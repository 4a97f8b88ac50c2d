package fr.halle.operation.batch;

import fr.halle.shared.batch.DueWork;
import fr.halle.shared.service.Transactions;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does the work, item by item; one that cannot be done is written down and does not stop the others. */
@Named("dueWork")
@Dependent
public class DueWorkWriter extends AbstractItemWriter {

    private static final Logger LOG = Logger.getLogger(DueWorkWriter.class.getName());

    @Inject
    private Works works;

    @Inject
    private JobProgress progress;

    @Inject
    private Transactions transactions;

    @Inject
    private JobContext job;

    @Inject
    private StepContext step;

    @Inject
    @BatchProperty
    private String work;

    @Override
    public void writeItems(List<Object> items) {
        DueWork due = works.named(work);
        List<Long> ids = items.stream().map(Long.class::cast).toList();
        Map<Long, String> failures = new LinkedHashMap<>();
        if (due.isTogether()) {
            due.workOnAll(ids);
        } else {
            ids.forEach(id -> workOn(due, id, failures));
        }
        List<Long> done = new ArrayList<>(ids);
        done.removeAll(failures.keySet());
        progress.done(job.getExecutionId(), step.getStepName(), work, done, failures);
    }

    private void workOn(DueWork due, long id, Map<Long, String> failures) {
        try {
            // The chunk's own transaction is for its checkpoint; it must not hold what a call to the provider writes.
            transactions.outside(() -> due.workOn(id));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> due.name() + " could not work on " + id);
            failures.put(id, String.valueOf(e));
        }
    }
}
