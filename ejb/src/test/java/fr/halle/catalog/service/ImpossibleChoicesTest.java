package fr.halle.catalog.service;

import static fr.halle.catalog.service.PricingWorld.gear;
import static fr.halle.catalog.service.PricingWorld.pieces;
import static fr.halle.catalog.service.PricingWorld.session;
import static fr.halle.catalog.service.PricingWorld.stay;
import static fr.halle.catalog.service.PricingWorld.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestShop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be is refused beside its field, whatever is left. */
class ImpossibleChoicesTest {

    private final PricingWorld world = new PricingWorld();

    @Test
    void anotherPortalsProductIsUnknownHere() {
        long elsewhere = TestShop.in(Preset.TOWN_ORDERS).product(ProductKind.GOODS, "Comté", 2900, 550);
        refused(pieces(elsewhere, 1), "productId", Reason.PRODUCT_UNKNOWN);
        refused(pieces(987_654_321_000L, 1), "productId", Reason.PRODUCT_UNKNOWN);
    }

    @Test
    void whatIsNoLongerSoldIsNotPriced() {
        long gone = world.shop.product(ProductKind.GOODS, "Thé", 1250, 550);
        world.shop.set(gone, "active", false);
        refused(pieces(gone, 1), "productId", Reason.NOT_SOLD);
    }

    @Test
    void aVariantIsTheProductsOwn() {
        long tea = world.shop.product(ProductKind.GOODS, "Thé", 1250, 550);
        long other = world.shop.product(ProductKind.GOODS, "Café", 890, 550);
        long box = world.shop.variant(other, "250 g", 890);
        refused(pieces(tea, box, 1), "variantId", Reason.VARIANT_UNKNOWN);
        refused(pieces(other, 1), "variantId", Reason.VARIANT_MISSING);
    }

    @Test
    void quantitiesHaveLimits() {
        long tea = world.shop.product(ProductKind.GOODS, "Thé", 1250, 550);
        refused(pieces(tea, 0), "quantity", Reason.PIECES_RANGE);
        refused(pieces(tea, -1), "quantity", Reason.PIECES_RANGE);
        refused(pieces(tea, 1000), "quantity", Reason.PIECES_RANGE);
        refused(pieces(tea, Long.MAX_VALUE), "quantity", Reason.PIECES_RANGE);
        assertThat(world.price(pieces(tea, 999)).totalCents()).isEqualTo(1_248_750);
        world.shop.set(tea, "by_weight", true);
        refused(pieces(tea, 50_001), "quantity", Reason.WEIGHT_RANGE);
        refused(pieces(tea, 49), "quantity", Reason.WEIGHT_RANGE);
        long pass = world.shop.product(ProductKind.PASS, "Forfait", 4600, 1000);
        refused(week(pass, null, "2027-02-07", 21), "quantity", Reason.PERSONS_RANGE);
    }

    @Test
    void aPassIsTakenForDaysOfItsSeason() {
        long pass = world.shop.product(ProductKind.PASS, "Forfait", 4600, 1000);
        world.shop.terms(pass, "{\"seasonFrom\": \"--12-01\", \"seasonTo\": \"--04-30\"}");
        long two = world.shop.variant(pass, "Adulte, 2 jours", 8900);
        world.shop.setVariant(two, "days", 2);
        refused(week(pass, two, "2026-11-30", 1), "startsOn", Reason.OUT_OF_SEASON);
        assertThat(world.price(week(pass, two, "2026-12-01", 1)).available()).isTrue();
        assertThat(world.price(week(pass, two, "2027-04-29", 1)).available()).isTrue();
        refused(week(pass, two, "2027-04-30", 1), "startsOn", Reason.OUT_OF_SEASON);
        refused(week(pass, two, "2027-07-14", 1), "startsOn", Reason.OUT_OF_SEASON);
        assertThat(world.price(week(pass, two, "2027-12-31", 1)).available()).isTrue();
        world.shop.terms(pass, "{\"seasonFrom\": \"--04-01\", \"seasonTo\": \"--10-31\"}");
        refused(week(pass, two, "2026-12-01", 1), "startsOn", Reason.OUT_OF_SEASON);
        assertThat(world.price(week(pass, two, "2027-04-01", 1)).available()).isTrue();
    }

    @Test
    void datesAreToComeAndOffered() {
        long pass = world.shop.product(ProductKind.PASS, "Forfait", 4600, 1000);
        refused(pieces(pass, 1), "startsOn", Reason.DATE_MISSING);
        refused(week(pass, null, "2026-11-20", 1), "startsOn", Reason.DATE_PAST);
        refused(week(pass, null, "2099-01-01", 1), "startsOn", Reason.DATE_FAR);
        assertThat(world.price(week(pass, null, "2026-11-21", 1)).available()).isTrue();
        long lessons = world.shop.product(ProductKind.GROUP_LESSON, "Cours", 19800, 2000);
        long level = world.shop.variant(lessons, "Flocon", 19800);
        refused(week(lessons, level, "2027-02-08", 1), "startsOn", Reason.DATE_NOT_OFFERED);
        long walk = world.shop.product(ProductKind.ACTIVITY, "Raquettes", 3200, 2000);
        world.hour(walk, "2026-11-21T09:00", 60, 8);
        world.hour(walk, "2026-11-21T11:00", 60, 8);
        refused(pieces(walk, 1), "startsAt", Reason.HOUR_MISSING);
        refused(session(walk, null, "2026-11-21T09:00", 1), "startsAt", Reason.DATE_PAST);
        refused(session(walk, null, "2026-11-21T11:30", 1), "startsAt", Reason.HOUR_NOT_OFFERED);
        assertThat(world.price(session(walk, null, "2026-11-21T11:00", 1)).available())
                .isTrue();
    }

    @Test
    void aLessonDoesNotSpanTheLunchBreak() {
        long lesson = world.shop.product(ProductKind.PRIVATE_LESSON, "Leçon", 5600, 2000);
        long two = world.shop.variant(lesson, "2 h", 10800);
        world.shop.setVariant(two, "minutes", 120);
        world.hour(lesson, "2027-02-08T11:00", 60, 3);
        world.hour(lesson, "2027-02-08T13:00", 60, 3);
        refused(session(lesson, two, "2027-02-08T11:00", 1), "startsAt", Reason.HOUR_NOT_OFFERED);
    }

    @Test
    void rentalsHaveASizeAndAnEnd() {
        long pack = world.shop.product(ProductKind.RENTAL, "Pack", 2200, 2000);
        long skis = world.shop.variant(pack, "Découverte", 2200);
        world.shop.setVariant(skis, "day_prices", new Long[] {2200L, 4200L, 6050L});
        world.shop.setVariant(skis, "sizes", new String[] {"165"});
        refused(gear(pack, skis, null, "2027-02-07", "2027-02-08", 1), "size", Reason.SIZE_MISSING);
        refused(
                gear(pack, skis, "XXL'; drop table product; --", "2027-02-07", "2027-02-08", 1),
                "size",
                Reason.SIZE_UNKNOWN);
        refused(gear(pack, skis, "165", "2027-02-08", "2027-02-07", 1), "endsOn", Reason.END_BEFORE_START);
        refused(gear(pack, skis, "165", "2027-02-07", "2027-02-10", 1), "endsOn", Reason.RENTAL_TOO_LONG);
        refused(week(pack, skis, "2027-02-07", 1), "endsOn", Reason.END_MISSING);
    }

    @Test
    void staysHaveAPartyThatFits() {
        long chalet = world.shop.product(ProductKind.LODGING, "Chalet", 14000, 1000);
        world.shop.terms(chalet, "{\"maxPersons\": 6}");
        world.shop.season(chalet, "2027-02-01", "2027-04-30", 16500, 3);
        world.nights(chalet, "2027-02-01", "2027-04-30", 1);
        refused(stay(chalet, "2027-02-06", "2027-02-13", 5, 2), "adults", Reason.PARTY_TOO_LARGE);
        refused(stay(chalet, "2027-02-06", "2027-02-13", Integer.MAX_VALUE, 2), "adults", Reason.PARTY_TOO_LARGE);
        refused(stay(chalet, "2027-02-06", "2027-02-13", null, 2), "adults", Reason.PARTY_MISSING);
        refused(stay(chalet, "2027-02-06", "2027-02-13", 2, -1), "adults", Reason.PARTY_MISSING);
        refused(stay(chalet, "2027-02-06", "2027-02-08", 2, 0), "endsOn", Reason.STAY_TOO_SHORT);
        refused(stay(chalet, "2027-02-06", "2027-02-06", 2, 0), "endsOn", Reason.END_BEFORE_START);
        refused(stay(chalet, "2027-02-06", "2027-04-08", 2, 0), "endsOn", Reason.STAY_TOO_LONG);
        refused(stay(chalet, "2027-04-28", "2027-05-02", 2, 0), "startsOn", Reason.DATE_NOT_OFFERED);
    }

    @Test
    void aBasketKeepsALineThatCannotBeAnyMoreAndSaysWhy() {
        long pass = world.shop.product(ProductKind.PASS, "Forfait", 4600, 1000);
        List<Priced> basket = world.priceAll(week(pass, null, "2026-11-20", 1), week(pass, null, "2026-11-22", 2));
        assertThat(basket.get(0).available()).isFalse();
        assertThat(basket.get(0).refusal().why()).isEqualTo(Reason.DATE_PAST);
        assertThat(basket.get(0).name()).isEqualTo("Forfait");
        assertThat(basket.get(0).totalCents()).isZero();
        assertThat(basket.get(1).totalCents()).isEqualTo(9200);
    }

    private void refused(Choice choice, String field, Reason reason) {
        ChoiceRefused refused = catchThrowableOfType(ChoiceRefused.class, () -> world.price(choice));
        assertThat(refused).isNotNull();
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.why()).isEqualTo(reason);
    }
}
