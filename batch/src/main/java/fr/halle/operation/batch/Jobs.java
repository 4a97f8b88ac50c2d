package fr.halle.operation.batch;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The jobs as the operator handles them: what they did, start now, stop, go on. Only the standard API of the batch runtime. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final String BY_CLOCK = "clock";

    /** No chunk takes longer. */
    private static final Duration SURELY_DEAD = Duration.ofMinutes(15);

    private static final Duration A_NIGHT = Duration.ofHours(6);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Works works;

    @Inject
    private JobProgress progress;

    @Inject
    private Transactions transactions;

    private record Start(long executionId, Job job, String by, Instant at) {

        static Start of(Row row) throws SQLException {
            return new Start(
                    row.number("execution_id"),
                    Job.of(row.text("job")),
                    row.text("started_by"),
                    row.instant("started_at"));
        }
    }

    /** Every job with its last execution and its next. */
    public List<JobOverview> overview() {
        Map<Job, Start> last = new LinkedHashMap<>();
        sql.list(
                        "select distinct on (job) execution_id, job, started_by, started_at from job_start order by job, execution_id desc",
                        Start::of)
                .forEach(start -> last.put(start.job(), start));
        List<JobRun> runs = runs(List.copyOf(last.values()));
        Map<String, Instant> rhythms = new LinkedHashMap<>();
        sql.list(
                "select job, last_started_at from job_rhythm",
                row -> rhythms.put(row.text("job"), row.instant("last_started_at")));
        Map<String, Long> failures = new LinkedHashMap<>();
        sql.list(
                "select work, count(*) as n from job_item_failure group by work",
                row -> failures.put(row.text("work"), row.number("n")));
        return Arrays.stream(Job.values())
                .map(job -> new JobOverview(
                        job,
                        runs.stream()
                                .filter(run -> run.job() == job)
                                .findFirst()
                                .orElse(null),
                        job.rhythm()
                                .map(rhythm -> rhythms.get(job.definition()))
                                .orElse(null),
                        job.rhythm()
                                .map(rhythm ->
                                        rhythm.nextAfter(rhythms.getOrDefault(job.definition(), clock.instant())))
                                .orElse(null),
                        job.works().stream()
                                .mapToLong(work -> failures.getOrDefault(work, 0L))
                                .sum()))
                .toList();
    }

    /** The latest executions of a job, newest first. */
    public List<JobRun> history(Job job, int most) {
        return runs(sql.list(
                "select execution_id, job, started_by, started_at from job_start where job = ? order by execution_id desc limit ?",
                Start::of,
                job.definition(),
                most));
    }

    public List<JobItemFailure> failures(int most) {
        return sql.list(
                "select work, item_id, error, times, last_at from job_item_failure order by last_at desc limit ?",
                row -> new JobItemFailure(
                        row.text("work"),
                        row.number("item_id"),
                        row.text("error"),
                        row.integer("times"),
                        row.instant("last_at")),
                most);
    }

    /**
     * Starts a job now.
     *
     * @return the execution's number
     * @throws JobBusy when it runs already
     */
    public long start(Job job, String startedBy) {
        needIdle(job);
        return started(operator().start(job.definition(), new Properties()), job, startedBy);
    }

    /** @throws JobBusy when it runs here, known to {@code job_start} or not */
    public void needIdle(Job job) {
        if (!runningHere(job).isEmpty()) {
            throw new JobBusy(job);
        }
    }

    /** Ends after the chunk it is at. @throws JobNotRunning when it has ended meanwhile, or its process died */
    public void stop(long executionId) {
        try {
            operator().stop(executionId);
        } catch (JobExecutionNotRunningException | NoSuchJobExecutionException ended) {
            throw new JobNotRunning(executionId);
        }
    }

    /**
     * Goes on from the checkpoint of a stopped or failed execution.
     *
     * @return the new execution's number
     * @throws JobBusy when another run of the job goes on this node
     * @throws JobNotRestartable when it is done, when a later one has gone on from it, or when it is not kept any more
     */
    public long restart(long executionId, String startedBy) {
        Job job =
                Job.of(sql.one("select job from job_start where execution_id = ?", row -> row.text("job"), executionId)
                        .orElseThrow(() -> new JobNotRestartable(executionId)));
        needIdle(job);
        try {
            return started(operator().restart(executionId, new Properties()), job, startedBy);
        } catch (JobExecutionAlreadyCompleteException
                | JobExecutionNotMostRecentException
                | JobRestartException
                | NoSuchJobExecutionException refused) {
            throw new JobNotRestartable(executionId);
        }
    }

    /**
     * Starts what its rhythm wants now; the node that moves the rhythm forward does it, and only where something is due. One that
     * cannot be started does not hold up the others.
     */
    public void startDue() {
        Instant now = clock.instant();
        for (Job job : Job.values()) {
            try {
                job.rhythm().ifPresent(rhythm -> startDue(job, rhythm, now));
            } catch (JobBusy busy) {
                LOG.log(Level.INFO, "{0} is still at its last run", job.definition());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> job.definition() + " was not started");
            }
        }
    }

    /**
     * The rhythm moves forward in the transaction in which the run begins: where the process dies before it has begun, or it cannot
     * be started, the database takes the move back and the next minute finds it due again.
     */
    private void startDue(Job job, Rhythm rhythm, Instant now) {
        Instant last = lastStart(job, rhythm, now);
        boolean due = !rhythm.nextAfter(last).isAfter(now);
        if (!due && !diedTonight(job, rhythm, last, now)) {
            return;
        }
        boolean something = somethingIsDue(job);
        transactions.inNew(() -> {
            // Under the row's lock it is asked again: another node may have begun this night a moment ago.
            if (moves(job, last, due ? now : last) && something && (due || diedTonight(job, rhythm, last, now))) {
                if (rhythm.isNightly() && goesSomewhere(job, now)) {
                    throw new JobBusy(job);
                }
                start(job, BY_CLOCK);
            }
            return job;
        });
    }

    /** A night whose process died, or that failed as a whole, is tried again the same night; one that somebody stopped is not. */
    private boolean diedTonight(Job job, Rhythm rhythm, Instant began, Instant now) {
        if (!rhythm.isNightly() || now.isAfter(began.plus(A_NIGHT))) {
            return false;
        }
        return history(job, 1).stream()
                .filter(run ->
                        run.startedBy().equals(BY_CLOCK) && !run.startedAt().isBefore(began))
                .filter(run -> run.interrupted() || run.status() == BatchStatus.FAILED)
                .anyMatch(run -> lastSeen(run).isBefore(now.minus(SURELY_DEAD)));
    }

    /** Another node's looks interrupted here, and goes on. */
    private Instant lastSeen(JobRun run) {
        return sql.one(
                        "select touched_at from job_progress where execution_id = ? order by touched_at desc limit 1",
                        row -> row.instant("touched_at"),
                        run.executionId())
                .orElse(run.startedAt());
    }

    /** Whether a run of it, on whatever node, has got on within the time that a chunk may take. */
    private boolean goesSomewhere(Job job, Instant now) {
        return sql.number(
                        "select count(*) from jbatchjobinstancedata i join jbatchexecutioninstancedata e using (jobinstanceid)"
                                + " join job_progress p on p.execution_id = e.jobexecid where i.name = ?"
                                + " and e.batchstatus in ('STARTING', 'STARTED', 'STOPPING') and p.touched_at > ?",
                        job.runtimeName(),
                        now.minus(SURELY_DEAD))
                > 0;
    }

    private Instant lastStart(Job job, Rhythm rhythm, Instant now) {
        return lastStart(job).orElseGet(() -> {
            // Once ever: an insert waits for whoever moves the row at this moment, though it does nothing then.
            sql.update(
                    "insert into job_rhythm (job, last_started_at) values (?, ?) on conflict do nothing",
                    job.definition(),
                    rhythm.beginning(now));
            return lastStart(job).orElseThrow();
        });
    }

    private Optional<Instant> lastStart(Job job) {
        return sql.one(
                "select last_started_at from job_rhythm where job = ?",
                row -> row.instant("last_started_at"),
                job.definition());
    }

    /** Nobody waits for another node that is at it. */
    private boolean moves(Job job, Instant from, Instant to) {
        return sql.update(
                        "update job_rhythm set last_started_at = ? where job ="
                                + " (select job from job_rhythm where job = ? and last_started_at = ? for update skip locked)",
                        to,
                        job.definition(),
                        from)
                == 1;
    }

    /**
     * The first time that a list cannot be read a run fails at it, where the operator sees it. From then on it stands among the
     * failures: one more failed run a minute would say nothing more.
     *
     * @throws RuntimeException as a list that could not be read before threw again, where nothing else is due: the night is not over
     *     then, and the next minute looks again
     */
    private boolean somethingIsDue(Job job) {
        boolean due = false;
        RuntimeException unseen = null;
        for (String work : job.works()) {
            try {
                if (works.named(work).due(0, 1).isEmpty()) {
                    progress.nothingIsLeft(work);
                } else {
                    due = true;
                }
            } catch (RuntimeException unreadable) {
                if (progress.unreadable(work, unreadable)) {
                    due = true;
                } else {
                    unseen = unreadable;
                }
            }
        }
        if (!due && unseen != null) {
            throw unseen;
        }
        return due;
    }

    private long started(long executionId, Job job, String by) {
        sql.update(
                "insert into job_start (execution_id, job, started_by, started_at) values (?, ?, ?, ?)",
                executionId,
                job.definition(),
                by,
                clock.instant());
        return executionId;
    }

    private List<JobRun> runs(List<Start> starts) {
        Map<Long, List<JobStep>> steps = new LinkedHashMap<>();
        sql.list(
                "select execution_id, step, planned, done, failed from job_progress where execution_id = any(?) order by execution_id, position",
                row -> steps.computeIfAbsent(row.number("execution_id"), id -> new ArrayList<>())
                        .add(new JobStep(
                                row.text("step"), row.number("planned"), row.number("done"), row.number("failed"))),
                (Object) starts.stream().map(Start::executionId).toArray(Long[]::new));
        return starts.stream()
                .map(start -> run(start, steps.getOrDefault(start.executionId(), List.of())))
                .toList();
    }

    private static JobRun run(Start start, List<JobStep> steps) {
        JobExecution execution = operator().getJobExecution(start.executionId());
        BatchStatus status = execution.getBatchStatus();
        boolean open =
                status == BatchStatus.STARTED || status == BatchStatus.STARTING || status == BatchStatus.STOPPING;
        boolean interrupted = open && !runningHere(start.job()).contains(start.executionId());
        Instant ended = execution.getEndTime() == null || open
                ? null
                : execution.getEndTime().toInstant();
        return new JobRun(start.executionId(), start.job(), status, interrupted, start.by(), start.at(), ended, steps);
    }

    /** An execution that the repository calls open but that is not among them belonged to a process that died, or is another node's. */
    private static List<Long> runningHere(Job job) {
        try {
            return operator().getRunningExecutions(job.runtimeName());
        } catch (NoSuchJobException none) {
            // None of this name ever ran, or it has ended since it was looked at.
            return List.of();
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
