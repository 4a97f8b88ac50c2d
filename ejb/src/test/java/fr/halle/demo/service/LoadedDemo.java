package fr.halle.demo.service;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import java.time.LocalTime;

/** The demo in the tests' database, loaded once, on a day that is no special one. */
final class LoadedDemo {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final Sql SQL = load();

    private LoadedDemo() {}

    static Sql sql() {
        return SQL;
    }

    private static Sql load() {
        Sql sql = TestDatabase.sql();
        TestDatabase.inTransaction(() -> new DemoLoader(
                        sql,
                        TestIds::id,
                        TODAY.atTime(LocalTime.NOON).atZone(HalleClock.PARIS).toInstant())
                .load());
        return sql;
    }
}
