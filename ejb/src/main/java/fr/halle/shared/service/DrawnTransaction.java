package fr.halle.shared.service;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@link Transactions} is made of: the container begins and ends around these methods, which let nothing thrown reach it. */
@Stateless
public class DrawnTransaction {

    @Resource
    private SessionContext context;

    /** What the work returned or threw: the container would wrap what is thrown to it. */
    public record Outcome<T>(@Nullable T value, @Nullable RuntimeException failure) {

        @SuppressWarnings("NullAway") // Whoever returns nothing is asked for nothing.
        T result() {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> Outcome<T> inNew(Supplier<T> work) {
        try {
            return new Outcome<>(work.get(), null);
        } catch (RuntimeException failure) {
            context.setRollbackOnly();
            return new Outcome<>(null, failure);
        }
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Outcome<Void> outside(Runnable work) {
        try {
            work.run();
            return new Outcome<>(null, null);
        } catch (RuntimeException failure) {
            return new Outcome<>(null, failure);
        }
    }
}
