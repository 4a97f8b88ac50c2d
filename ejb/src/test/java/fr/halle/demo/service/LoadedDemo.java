package fr.halle.demo.service;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The demo in the tests' database, loaded once, on a day that is no special one. */
final class LoadedDemo {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Instant NOW =
            TODAY.atTime(LocalTime.NOON).atZone(HalleClock.PARIS).toInstant();

    /** What narrows the table portal to the demo's; other tests share the database. */
    static final String PORTAL = " slug in ('montagne', 'ville', 'terroir')";
    /** To be put after {@code portal_}. */
    static final String IN = "id in (select id from portal where" + PORTAL + ")";

    private static final Sql SQL = load();

    private LoadedDemo() {}

    static Sql sql() {
        return SQL;
    }

    static List<MerchantFile> merchants() {
        return DemoFiles.PORTALS.stream()
                .flatMap(portal -> DemoFiles.portal(portal).merchants().stream()
                        .map(merchant -> DemoFiles.merchant(portal, merchant)))
                .toList();
    }

    static List<MerchantFile.Shop> shops() {
        return merchants().stream()
                .flatMap(merchant -> merchant.shops().stream())
                .toList();
    }

    static List<ProductFile> products() {
        return shops().stream().flatMap(shop -> shop.products().stream()).toList();
    }

    private static Sql load() {
        Sql sql = TestDatabase.sql();
        TestDatabase.inTransaction(() -> new DemoLoader(sql, TestIds::id, NOW).load());
        return sql;
    }
}
