package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.Priced;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shop of its own on Saturday 21 November 2026, and short ways to choose in it. */
final class PricingWorld {

    final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    final TestClock clock = new TestClock("2026-11-21T10:00");
    final Pricing pricing = Wired.with(new Pricing(), Wired.with(new Offers(), TestDatabase.sql()), clock);

    Priced price(Choice choice) {
        return pricing.price(shop.portalId, choice, "fr");
    }

    List<Priced> priceAll(Choice... choices) {
        return pricing.priceAll(shop.portalId, Arrays.asList(choices), "fr");
    }

    static Choice pieces(long product, long quantity) {
        return new Choice(product, null, quantity, null, null, null, null, null, null);
    }

    static Choice pieces(long product, long variant, long quantity) {
        return new Choice(product, variant, quantity, null, null, null, null, null, null);
    }

    static Choice week(long product, @Nullable Long variant, String monday, long children) {
        return new Choice(product, variant, children, LocalDate.parse(monday), null, null, null, null, null);
    }

    static Choice session(long product, @Nullable Long variant, String inParis, long persons) {
        return new Choice(product, variant, persons, null, null, TestClock.instantOf(inParis), null, null, null);
    }

    static Choice gear(long product, long variant, @Nullable String size, String from, String to, long sets) {
        return new Choice(product, variant, sets, LocalDate.parse(from), LocalDate.parse(to), null, size, null, null);
    }

    static Choice stay(long product, String from, String to, @Nullable Integer adults, @Nullable Integer children) {
        return new Choice(product, null, 1, LocalDate.parse(from), LocalDate.parse(to), null, null, adults, children);
    }

    /** The hour's row of an instructor's day, or a session's. */
    long hour(long product, String inParis, int minutes, long total) {
        Instant begins = TestClock.instantOf(inParis);
        return shop.capacity(
                product,
                null,
                LocalDate.parse(inParis.substring(0, 10)),
                begins,
                begins.plusSeconds(60L * minutes),
                null,
                total);
    }

    void nights(long product, String from, String to, long total) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to))
                .forEach(day -> shop.capacity(product, null, day, null, null, null, total));
    }

    void gearDays(long product, long variant, @Nullable String size, String from, String to, long total) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to))
                .forEach(day -> shop.capacity(product, variant, day, null, null, size, total));
    }
}
