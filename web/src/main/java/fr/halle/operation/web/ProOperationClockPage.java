package fr.halle.operation.web;

import fr.halle.identity.service.Audit;
import fr.halle.identity.web.NotYours;
import fr.halle.operation.batch.Job;
import fr.halle.operation.batch.JobRun;
import fr.halle.operation.batch.Jobs;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessDays;
import fr.halle.shared.model.Region;
import fr.halle.shared.service.HalleClock;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The demo's clock: moved forward, and everything that is due by then is done, so that a stranger sees a payout in a minute. */
@Named
@RequestScoped
public class ProOperationClockPage {

    /** It never goes back, and behind the last thing that is on sale there is nothing to see. */
    private static final Duration FARTHEST = Duration.ofDays(1100);

    private static final String PAGE = "/pro/operation/clock";
    private static final int TEN = 10;

    @Inject
    private HalleClock clock;

    @Inject
    private Jobs jobs;

    @Inject
    private OperatorScope scope;

    @Inject
    private Said said;

    @Inject
    private Audit audit;

    private @Nullable String date;

    @PostConstruct
    void check() {
        scope.needEverything();
    }

    public Instant getNow() {
        return clock.instant();
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public boolean isShifted() {
        return !clock.shift().isZero();
    }

    public long getShiftedDays() {
        return clock.shift().toDays();
    }

    public @Nullable JobRun getRun() {
        List<JobRun> runs = jobs.history(Job.ALL_DUE, 1);
        return runs.isEmpty() ? null : runs.get(0);
    }

    public boolean isBusy() {
        JobRun run = getRun();
        return run != null && run.isRunning();
    }

    public @Nullable String hour() {
        return forward(Duration.ofHours(1));
    }

    public @Nullable String days(int days) {
        ZonedDateTime now = clock.inParis();
        return forward(Duration.between(now, now.plusDays(days)));
    }

    public @Nullable String businessDays() {
        return to(BusinessDays.plus(clock.today(), TEN, Region.FRANCE));
    }

    public @Nullable String date() {
        String typed = date;
        if (typed == null) {
            return PAGE;
        }
        try {
            return to(LocalDate.parse(typed));
        } catch (DateTimeParseException unreadable) {
            return said.after(() -> {}, PAGE, "noDate");
        }
    }

    public @Nullable String getDate() {
        return date;
    }

    public void setDate(@Nullable String typed) {
        date = typed;
    }

    /** At the same time of that day, or early in its morning where that has passed. */
    private @Nullable String to(LocalDate day) {
        ZonedDateTime now = clock.inParis();
        LocalTime time = day.isAfter(now.toLocalDate()) ? now.toLocalTime() : LocalTime.MAX;
        Duration step = Duration.between(now, day.atTime(time).atZone(HalleClock.PARIS));
        return day.isBefore(now.toLocalDate()) ? said.after(() -> {}, PAGE, "onlyForward") : forward(step);
    }

    private @Nullable String forward(Duration step) {
        Actor who = scope.who();
        if (!scope.isDemo()) {
            throw new NotYours();
        }
        if (clock.shift().plus(step).compareTo(FARTHEST) > 0) {
            return said.after(() -> {}, PAGE, "tooFar");
        }
        return said.after(
                () -> {
                    jobs.needIdle(Job.ALL_DUE);
                    clock.moveForward(step);
                    audit.write(who, "clock_moved", "clock", step.toString());
                    jobs.start(Job.ALL_DUE, who.name());
                },
                PAGE,
                "moved");
    }
}
