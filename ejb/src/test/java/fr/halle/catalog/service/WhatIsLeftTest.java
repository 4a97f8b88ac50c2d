package fr.halle.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.ProductKind;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a product's calendar says is left, kind by kind. */
class WhatIsLeftTest {

    private final PricingWorld world = new PricingWorld();
    private final Availability availability = Wired.with(
            new Availability(), TestDatabase.sql(), Wired.with(new Offers(), TestDatabase.sql()), world.clock);

    @Test
    void nightsHaveTheirSeasonsPriceAndTheLeastStay() {
        long chalet = world.shop.product(ProductKind.LODGING, "Chalet", 14000, 1000);
        world.shop.season(chalet, "2027-02-06", "2027-02-07", 18500, 7);
        world.nights(chalet, "2027-02-05", "2027-02-08", 1);
        List<Opening> nights = calendar(chalet, "2027-02-01", "2027-02-28");
        assertThat(nights)
                .extracting(Opening::day)
                .map(LocalDate::getDayOfMonth)
                .containsExactly(5, 6, 7);
        assertThat(nights.get(0).minNights()).isNull();
        assertThat(nights.get(1).priceCents()).isEqualTo(18500);
        assertThat(nights.get(1).minNights()).isEqualTo(7);
    }

    @Test
    void sessionsThatHaveBegunAreLeftOut() {
        long walk = world.shop.product(ProductKind.ACTIVITY, "Raquettes", 3200, 2000);
        world.hour(walk, "2026-11-21T09:30", 90, 8);
        world.hour(walk, "2026-11-21T14:00", 90, 8);
        world.hour(walk, "2026-11-22T14:00", 90, 8);
        assertThat(calendar(walk, "2026-11-21", "2026-11-21")).hasSize(1);
        assertThat(calendar(walk, "2026-11-21", "2026-11-22")).hasSize(2).allMatch(session -> session.left() == 8);
    }

    @Test
    void gearIsCountedBySizeAndLessonsByLevel() {
        long pack = world.shop.product(ProductKind.RENTAL, "Pack", 2200, 2000);
        long gear = world.shop.variant(pack, "Découverte", 2200);
        world.gearDays(pack, gear, "160", "2027-02-07", "2027-02-09", 2);
        world.gearDays(pack, gear, "165", "2027-02-07", "2027-02-09", 3);
        assertThat(calendar(pack, "2027-02-07", "2027-02-07"))
                .extracting(Opening::size, Opening::left, Opening::variantId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("160", 2L, gear),
                        org.assertj.core.groups.Tuple.tuple("165", 3L, gear));
    }

    @Test
    void stockHasNoDayAndIsAlwaysTold() {
        long oysters = world.shop.product(ProductKind.GOODS, "Huîtres", 1140, 550);
        world.shop.stock(oysters, 14);
        List<Opening> stock = calendar(oysters, "2027-02-07", "2027-02-07");
        assertThat(stock).hasSize(1);
        assertThat(stock.get(0).left()).isEqualTo(14);
        assertThat(stock.get(0).day()).isNull();
        assertThat(stock.get(0).priceCents()).isEqualTo(1140);
    }

    @Test
    void anotherPortalsProductIsUnknownHere() {
        long elsewhere = TestShop.in(Preset.TOWN_ORDERS).product(ProductKind.GOODS, "Comté", 2900, 550);
        assertThatThrownBy(() -> calendar(elsewhere, "2027-02-07", "2027-02-07"))
                .isInstanceOf(ChoiceRefused.class);
    }

    private List<Opening> calendar(long product, String from, String to) {
        return availability.calendar(world.shop.portalId, product, LocalDate.parse(from), LocalDate.parse(to), "fr");
    }
}
