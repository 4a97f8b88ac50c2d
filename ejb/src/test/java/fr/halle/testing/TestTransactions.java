package fr.halle.testing;

import fr.halle.shared.service.Transactions;
import java.util.function.Supplier;

/** A transaction of the test's thread, as the container would draw it. */
public class TestTransactions extends Transactions {

    @Override
    public <T> T inNew(Supplier<T> work) {
        return TestDatabase.inTransaction(work);
    }
}
