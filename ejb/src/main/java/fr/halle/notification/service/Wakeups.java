package fr.halle.notification.service;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gathers for 20 ms the ids that committed transactions queued, and sends them in one message: a message per order costs more
 * than the order. What is lost with the process is found by the sweeper.
 */
@ApplicationScoped
public class Wakeups {

    private static final Logger LOG = Logger.getLogger(Wakeups.class.getName());
    private static final long GATHER_MILLIS = 20;

    /** Ids of one message: what a sender renders together. */
    private static final int MOST = 200;

    @EJB
    private WakeupMessages messages;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final ConcurrentLinkedQueue<Long> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationsQueued queued) {
        waiting.addAll(queued.ids());
        if (due.compareAndSet(false, true)) {
            executor.schedule(this::flush, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void flush() {
        due.set(false);
        List<Long> ids = drain();
        while (!ids.isEmpty()) {
            try {
                messages.wake(ids);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "No message sent: the sweeper will find what waits");
            }
            ids = drain();
        }
    }

    private List<Long> drain() {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < MOST) {
            Long id = waiting.poll();
            if (id == null) {
                return ids;
            }
            ids.add(id);
        }
        return ids;
    }
}
