package fr.halle.catalog.service;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Wired;

/** The real prices, for tests of what is built on them. */
public final class TestPrices {

    private TestPrices() {}

    public static Pricing of(Sql sql, HalleClock clock) {
        return Wired.with(new Pricing(), Wired.with(new Offers(), sql), clock);
    }
}
