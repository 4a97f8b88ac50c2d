package fr.halle.operation.web;

import fr.halle.identity.service.Audit;
import fr.halle.operation.batch.Job;
import fr.halle.operation.batch.JobItemFailure;
import fr.halle.operation.batch.JobOverview;
import fr.halle.operation.batch.JobRun;
import fr.halle.operation.batch.Jobs;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The jobs, watched while they run. */
@Named
@RequestScoped
public class ProOperationJobsPage {

    private static final String PAGE = "/pro/operation/jobs";
    private static final int HISTORY = 20;
    private static final int MOST_FAILURES = 50;

    @Inject
    private Jobs jobs;

    @Inject
    private OperatorScope scope;

    @Inject
    private Said said;

    @Inject
    private Audit audit;

    @Inject
    private HalleClock clock;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private FacesContext faces;

    @Inject
    @ManagedProperty("#{param.job}")
    private @Nullable String chosen;

    private @Nullable List<JobOverview> overview;

    @PostConstruct
    void check() {
        scope.needEverything();
    }

    public List<JobOverview> getOverview() {
        List<JobOverview> known = overview;
        if (known == null) {
            known = jobs.overview();
            overview = known;
        }
        return known;
    }

    /** The jobs that have a rhythm: the one that runs all of them stands apart. */
    public List<JobOverview> getRows() {
        return getOverview().stream().filter(row -> row.job() != Job.ALL_DUE).toList();
    }

    public boolean isBusy() {
        return getOverview().stream().anyMatch(JobOverview::isRunning);
    }

    /** Every button counts while a press is read: one for a run that has ended since it was shown is answered, and not passed over. */
    public boolean isPressRead() {
        return faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    public List<JobItemFailure> getFailures() {
        return jobs.failures(MOST_FAILURES);
    }

    public @Nullable Job getChosen() {
        return Arrays.stream(Job.values())
                .filter(job -> job.definition().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    public List<JobRun> getHistory() {
        Job job = getChosen();
        return job == null ? List.of() : jobs.history(job, HISTORY);
    }

    public @Nullable String start(Job job) {
        return said.after(
                () -> {
                    jobs.start(job, scope.who().name());
                    wrote("job_started", job.definition());
                },
                PAGE,
                "started");
    }

    public @Nullable String startAll() {
        return start(Job.ALL_DUE);
    }

    public @Nullable String stop(long executionId) {
        return said.after(
                () -> {
                    jobs.stop(executionId);
                    wrote("job_stopped", Long.toString(executionId));
                },
                PAGE,
                "stopping");
    }

    public @Nullable String restart(long executionId) {
        return said.after(
                () -> {
                    jobs.restart(executionId, scope.who().name());
                    wrote("job_restarted", Long.toString(executionId));
                },
                PAGE,
                "restarted");
    }

    /** What was started by hand is written down; what the clock starts is in the job's own history. */
    private void wrote(String action, String what) {
        audit.write(scope.who(), action, "job " + what, "");
    }

    /** « prochaine fois … »: what is due starts with the next minute, however long ago its moment was. */
    public String next(JobOverview row) {
        Instant next = row.next();
        if (next == null) {
            return "";
        }
        return row.isDue(clock.instant())
                ? words.text("pro.operation.nextNow")
                : words.text("pro.operation.next", formats.moment(next));
    }

    /** The stylesheet's class of a state. */
    public String style(@Nullable JobRun run) {
        if (run == null) {
            return "st st-idle";
        }
        return "st " + (run.isRunning() ? "st-run" : run.isDone() ? "st-ok" : "st-error");
    }

    /** One that the clock has looked at has only had nothing to do. */
    public String stateKey(JobOverview row) {
        JobRun run = row.last();
        if (run == null) {
            return row.lookedAt() == null ? "operation.job.NEVER" : "operation.job.NOTHING";
        }
        return stateKey(run);
    }

    public String stateKey(JobRun run) {
        return "operation.job."
                + (run.interrupted() ? "INTERRUPTED" : run.status().name());
    }
}
