package fr.halle.notification.service;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends what no message woke anybody for: lost with its process or its broker, waiting for its next try, left by a sender that
 * died. Runs on every node; what one has claimed the other does not see.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Sweeper {

    /** The message of a fresh row is still on its way. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Sweeper.class.getName());

    private static final int ROWS = 500;
    private static final int ROUNDS = 20;

    @Inject
    private Claims claims;

    @Inject
    private Sender sender;

    /** In UTC: in Paris the hour that comes twice would be slept through. */
    @Schedule(hour = "*", minute = "*", second = "*/10", timezone = "UTC", persistent = false)
    public void tick() {
        try {
            sweep();
        } catch (RuntimeException e) {
            // The container gives a timer up that throws twice running, as while a database starts again: for ever.
            LOG.log(Level.WARNING, "What waits to be sent was not looked for", e);
        }
    }

    private void sweep() {
        int found = ROWS;
        for (int round = 0; round < ROUNDS && found == ROWS; round++) {
            List<Long> ids = claims.missed(GRACE, ROWS);
            if (!ids.isEmpty()) {
                sender.send(ids);
            }
            found = ids.size();
        }
    }
}
