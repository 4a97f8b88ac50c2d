package fr.halle.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C01: on the last Sundays of March and October a day has 23 or 25 hours, and is one day all the same. */
class TheClocksChangeTest {

    private final PricingWorld world = new PricingWorld();

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28", "2027-10-31"})
    void aStayOverTheNightHasItsNightsAndGearItsDays(String sunday) {
        LocalDate first = LocalDate.parse(sunday).minusDays(1);
        LocalDate last = first.plusDays(3);
        long chalet = world.shop.product(ProductKind.LODGING, "Chalet", 14_000, 1000);
        world.shop.terms(
                chalet,
                "{\"maxPersons\": 6, \"depositBp\": 3000, \"balanceDaysBefore\": 30, \"taxCentsPerAdultNight\": 100}");
        world.shop.season(chalet, first.toString(), last.toString(), 10_000, 2);
        world.nights(chalet, first.toString(), last.toString(), 1);
        Priced stay = world.price(PricingWorld.stay(chalet, first.toString(), last.toString(), 2, 0));
        assertThat(stay.unitCents()).isEqualTo(30_000);
        assertThat(stay.taxCents()).isEqualTo(600);
        assertThat(stay.claims()).hasSize(3);
        assertThat(calendar(chalet, first, last))
                .extracting(Opening::day)
                .doesNotHaveDuplicates()
                .hasSize(3);

        long skis = world.shop.product(ProductKind.RENTAL, "Skis", 2_000, 2000);
        long gear = world.shop.variant(skis, "Découverte", 2_000);
        world.shop.setVariant(gear, "day_prices", new Long[] {2_000L, 3_800L, 5_400L});
        world.gearDays(skis, gear, null, first.toString(), last.toString(), 4);
        Priced rented = world.price(PricingWorld.gear(
                skis, gear, null, first.toString(), last.minusDays(1).toString(), 1));
        assertThat(rented.totalCents()).isEqualTo(5_400);
        assertThat(rented.claims()).hasSize(3);
    }

    /** Three hours of sleep are two of the clock's, or four. */
    @Test
    void aSessionKeepsItsLengthAndItsDay() {
        long walk = world.shop.product(ProductKind.ACTIVITY, "Nuit en refuge", 3_200, 2000);
        world.hour(walk, "2027-03-28T01:30", 120, 8);
        world.hour(walk, "2027-10-31T01:30", 120, 8);
        for (String sunday : List.of("2027-03-28", "2027-10-31")) {
            LocalDate day = LocalDate.parse(sunday);
            Opening session = calendar(walk, day, day).get(0);
            assertThat(session.startsAt()).isEqualTo(TestClock.instantOf(sunday + "T01:30"));
            assertThat(Duration.between(session.startsAt(), session.endsAt())).hasHours(2);
            Priced priced = world.price(PricingWorld.session(walk, null, sunday + "T01:30", 2));
            assertThat(priced.endsAt()).isEqualTo(session.endsAt());
        }
    }

    private List<Opening> calendar(long product, LocalDate from, LocalDate to) {
        return Wired.with(
                        new Availability(),
                        TestDatabase.sql(),
                        Wired.with(new Offers(), TestDatabase.sql()),
                        world.clock)
                .calendar(world.shop.portalId, product, from, to, "fr");
    }
}
