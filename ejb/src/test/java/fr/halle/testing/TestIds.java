package fr.halle.testing;

import fr.halle.shared.service.Ids;

/** Ids as the application hands them out, from the test's database. */
public class TestIds extends Ids {

    private static final long BLOCK = 1000;
    private static long next;
    private static long last = -1;

    @Override
    public synchronized long next() {
        return id();
    }

    /** Ids for a test's own rows. */
    public static synchronized long id() {
        if (next > last) {
            last = TestDatabase.sql().number("select nextval('halle_id')");
            next = last - BLOCK + 1;
        }
        return next++;
    }
}
