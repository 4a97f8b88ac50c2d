package fr.halle.simulator.store;

import java.io.Serial;

/** The database did not do what it was asked; nothing of the transaction has happened. */
public final class StoreFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StoreFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
