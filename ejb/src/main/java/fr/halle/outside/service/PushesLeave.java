package fr.halle.outside.service;

import fr.halle.shared.model.Service;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what a committed transaction queued, at once and on a thread of its own; what is lost with the process is found by the job. */
@Service
public class PushesLeave {

    private static final Logger LOG = Logger.getLogger(PushesLeave.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private PushDelivery delivery;

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PushesQueued queued) {
        try {
            executor.execute(() -> queued.ids().forEach(this::deliver));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "No thread to tell the outside system: the job will", e);
        }
    }

    private void deliver(long id) {
        try {
            delivery.deliver(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The outside system was not told of " + id + ": the job will try again");
        }
    }
}
