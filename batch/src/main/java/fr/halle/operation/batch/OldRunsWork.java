package fr.halle.operation.batch;

import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs whose ninety days are over go, with their progress and with what the batch runtime keeps of them; and failures that no run has
 * met since. An id is the runtime's job instance: an execution and those that went on from it, which go together. What still goes is
 * kept: one that the runtime calls open, or that is not written down as started, is old only by the machine's own clock, which nobody
 * moves.
 */
@Service
public class OldRunsWork implements DueWork {

    static final Duration KEPT = Duration.ofDays(90);

    private static final String OLD = " group by e.jobinstanceid having not bool_or(coalesce(s.started_at >= ?, false)"
            + " or coalesce(e.updatetime, e.createtime) >= ?"
            + " and (s.execution_id is null or e.batchstatus in ('STARTING', 'STARTED', 'STOPPING')))"
            + " order by e.jobinstanceid limit ?";

    private static final String RUNS = "select e.jobinstanceid as id from jbatchexecutioninstancedata e"
            + " left join job_start s on s.execution_id = e.jobexecid where ";

    private static final String EXECUTIONS =
            "(select jobexecid from jbatchexecutioninstancedata where jobinstanceid = any(?))";

    /** One for each table, each before what it finds its rows by. A checkpoint's key is "instance,step,READER" or the WRITER's. */
    private static final List<String> DELETES = List.of(
            "delete from job_progress where execution_id in " + EXECUTIONS,
            "delete from job_start where execution_id in " + EXECUTIONS,
            "delete from jbatchcheckpointdata where id in (select e.jobinstanceid || ',' || s.stepname || ',' || k.kind"
                    + " from jbatchexecutioninstancedata e join jbatchstepexecutioninstancedata s using (jobexecid)"
                    + " cross join (values ('READER'), ('WRITER')) k (kind) where e.jobinstanceid = any(?))",
            "delete from jbatchstepstatus where id in"
                    + " (select stepexecid from jbatchstepexecutioninstancedata where jobexecid in " + EXECUTIONS + ")",
            "delete from jbatchstepexecutioninstancedata where jobexecid in " + EXECUTIONS,
            "delete from jbatchexecutioninstancedata where jobinstanceid = any(?)",
            "delete from jbatchjobstatus where id = any(?)",
            "delete from jbatchjobinstancedata where jobinstanceid = any(?)");

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Override
    public String name() {
        return "old-runs";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return old("e.jobinstanceid > ?", afterId, most);
    }

    @Override
    public void workOn(long id) {
        workOnAll(List.of(id));
    }

    @Override
    public boolean isTogether() {
        return true;
    }

    /** Those of them that are still old: one that is gone on with meanwhile stays. */
    @Override
    public void workOnAll(List<Long> ids) {
        Long[] old = old("e.jobinstanceid = any(?)", ids.toArray(Long[]::new), ids.size())
                .toArray(Long[]::new);
        DELETES.forEach(delete -> sql.update(delete, (Object) old));
        sql.update("delete from job_item_failure where last_at < ?", end(clock.instant()));
    }

    private List<Long> old(String which, Object bound, int most) {
        return sql.list(
                RUNS + which + OLD,
                row -> row.number("id"),
                bound,
                end(clock.instant()),
                end(clock.ofTheMachine()),
                most);
    }

    private static Instant end(Instant now) {
        return now.minus(KEPT);
    }
}
