package fr.halle.notification.service;

import fr.halle.shared.model.Service;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gathers for 100 ms the ids that committed transactions queued, and sends them in one message: a message per order costs more
 * than the order. What is lost with the process is found by the sweeper.
 */
@Service
public class Wakeups {

    private static final Logger LOG = Logger.getLogger(Wakeups.class.getName());
    private static final long GATHER_MILLIS = 100;

    /** Ids of one message: what a sender renders together. */
    private static final int MOST = 200;

    @EJB
    private WakeupMessages messages;

    /** A thread of our own: to hand each order's gathering to a managed executor costs as much as its statements do. */
    @Resource
    private ManagedThreadFactory threads;

    private final BlockingQueue<Long> waiting = new LinkedBlockingQueue<>();
    private @Nullable Thread gatherer;
    private volatile boolean stopped;

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationsQueued queued) {
        waiting.addAll(queued.ids());
    }

    @PostConstruct
    void start() {
        Thread thread = threads.newThread(this::gather);
        thread.setName("halle-wakeups");
        thread.setDaemon(true);
        thread.start();
        gatherer = thread;
    }

    @PreDestroy
    void stop() {
        stopped = true;
        if (gatherer != null) {
            gatherer.interrupt();
        }
    }

    private void gather() {
        try {
            while (!stopped) {
                Long first = waiting.poll(1, TimeUnit.SECONDS);
                if (first != null) {
                    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                    wake(first);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake(Long first) {
        List<Long> ids = new ArrayList<>(List.of(first));
        waiting.drainTo(ids, MOST - 1);
        try {
            messages.wake(ids);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "No message sent: the sweeper will find what waits");
        }
    }
}
