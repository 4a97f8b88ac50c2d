package fr.halle.shared.service;

import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.function.Supplier;

/**
 * A transaction drawn around a few lines, where a use case has a call to the outside between two of them: nothing holds a row
 * lock while the provider is asked. What the work throws comes out as it was thrown, after the rollback.
 *
 * <p>The container's enterprise beans draw it. {@code @Transactional} on this class did nothing in the running shop (Payara does
 * not intercept it here), and every statement was then committed by itself.
 */
@Service
public class Transactions {

    /** Not by {@code @Inject}: Weld would look the bean up anew at each call, and throw and catch an exception at that. */
    @EJB
    private DrawnTransaction drawn;

    /** In a transaction of its own, committed when this returns. */
    public <T> T inNew(Supplier<T> work) {
        return drawn.inNew(work).result();
    }

    /** Outside any transaction, the caller's waiting: what calls the outside must hold no row lock meanwhile. */
    public void outside(Runnable work) {
        drawn.outside(work).result();
    }
}
