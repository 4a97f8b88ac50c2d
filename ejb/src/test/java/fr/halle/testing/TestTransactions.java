package fr.halle.testing;

import fr.halle.shared.service.AfterCommit;
import fr.halle.shared.service.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions of the test's thread, and what waits for their commit. */
public class TestTransactions extends Transactions {

    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    /** To be given to the beans beside these transactions. */
    public final AfterCommit afterCommit = new AfterCommit() {
        @Override
        public void run(Runnable action) {
            List<Runnable> actions = waiting.get();
            if (actions == null) {
                action.run();
            } else {
                actions.add(action);
            }
        }
    };

    @Override
    public <T> T inNew(Supplier<T> work) {
        return committing(() -> TestDatabase.inTransaction(work));
    }

    /** Runs what draws a transaction of its own; what waits for its commit is done only where it came to that. */
    public <T> T committing(Supplier<T> transaction) {
        List<Runnable> actions = new ArrayList<>();
        waiting.set(actions);
        T result;
        try {
            result = transaction.get();
        } finally {
            waiting.remove();
        }
        actions.forEach(Runnable::run);
        return result;
    }

    @Override
    public void outside(Runnable work) {
        work.run();
    }
}
