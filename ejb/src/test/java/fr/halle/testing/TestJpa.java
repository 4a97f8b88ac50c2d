package fr.halle.testing;

import java.util.function.Supplier;

/** A transaction of the test's thread: {@link TestDatabase#inTransaction}. */
public final class TestJpa {

    private TestJpa() {}

    public static void inTransaction(Runnable action) {
        TestDatabase.inTransaction(action);
    }

    public static <T> T inTransaction(Supplier<T> action) {
        return TestDatabase.inTransaction(action);
    }
}
