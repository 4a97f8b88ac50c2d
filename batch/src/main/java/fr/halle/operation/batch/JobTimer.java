package fr.halle.operation.batch;

import fr.halle.shared.service.HalleClock;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ticks every minute on every node; which node starts a job is decided in the database. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class JobTimer {

    private static final Logger LOG = Logger.getLogger(JobTimer.class.getName());

    @Inject
    private Jobs jobs;

    @Inject
    private HalleClock clock;

    /** In UTC: in Paris the hour that comes twice would be slept through. */
    @Schedule(hour = "*", minute = "*", second = "0", timezone = "UTC", persistent = false)
    public void tick() {
        try {
            clock.notice();
            jobs.startDue();
        } catch (RuntimeException e) {
            // A timer that throws may be cancelled by the container; the next minute tries again.
            LOG.log(Level.WARNING, "The jobs of this minute were not started", e);
        }
    }
}
