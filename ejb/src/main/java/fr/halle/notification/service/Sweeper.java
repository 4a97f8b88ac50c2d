package fr.halle.notification.service;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Sends what no message woke anybody for: lost with its process or its broker, waiting for its next try, left by a sender that
 * died. Runs on every node; what one has claimed the other does not see.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Sweeper {

    /** The message of a fresh row is still on its way. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int ROWS = 500;
    private static final int ROUNDS = 20;

    @Inject
    private Claims claims;

    @Inject
    private Sender sender;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void sweep() {
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
