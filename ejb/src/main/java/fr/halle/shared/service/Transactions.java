package fr.halle.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * A transaction drawn around a few lines, where a use case has a call to the outside between two of them: nothing holds a row
 * lock while the provider is asked. What the work throws comes out as it was thrown, after the rollback.
 */
@ApplicationScoped
public class Transactions {

    /** In a transaction of its own, committed when this returns. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T inNew(Supplier<T> work) {
        return work.get();
    }

    /** Outside any transaction, the caller's waiting: what calls the outside must hold no row lock meanwhile. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void outside(Runnable work) {
        work.run();
    }
}
