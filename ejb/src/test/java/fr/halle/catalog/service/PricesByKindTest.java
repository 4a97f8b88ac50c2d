package fr.halle.catalog.service;

import static fr.halle.catalog.service.PricingWorld.gear;
import static fr.halle.catalog.service.PricingWorld.pieces;
import static fr.halle.catalog.service.PricingWorld.session;
import static fr.halle.catalog.service.PricingWorld.stay;
import static fr.halle.catalog.service.PricingWorld.week;
import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.checkout.model.OrderDraft.Claim;
import fr.halle.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind of C01 against prices computed by hand. */
class PricesByKindTest {

    private final PricingWorld world = new PricingWorld();

    @Test
    void goodsCostTheirPriceTimesTheirNumber() {
        long oysters = world.shop.product(ProductKind.GOODS, "Huîtres n° 3", 1140, 550);
        long stock = world.shop.stock(oysters, 14);
        Priced two = world.price(pieces(oysters, 2));
        assertThat(two.totalCents()).isEqualTo(2280);
        assertThat(two.unitCents()).isEqualTo(1140);
        assertThat(two.dueNowCents()).isEqualTo(2280);
        assertThat(two.vatBp()).isEqualTo(550);
        assertThat(two.claims()).containsExactly(new Claim(stock, 2));
        assertThat(two.left()).isEqualTo(14);
        assertThat(two.available()).isTrue();
        assertThat(two.collected()).isTrue();
        assertThat(two.seller()).isEqualTo("Maison Morel");
        assertThat(two.family()).isEqualTo("Rayon");
    }

    @Test
    void goodsOfASizeHaveTheirOwnPriceAndStock() {
        long wine = world.shop.product(ProductKind.GOODS, "Muscadet", 980, 2000);
        long bottle = world.shop.variant(wine, "75cl", 980);
        long magnum = world.shop.variant(wine, "150cl", 2150);
        world.shop.capacity(wine, bottle, null, null, null, null, 0);
        world.shop.capacity(wine, magnum, null, null, null, null, 3);
        assertThat(world.price(pieces(wine, magnum, 3)).totalCents()).isEqualTo(6450);
        Priced none = world.price(pieces(wine, bottle, 1));
        assertThat(none.available()).isFalse();
        assertThat(none.refusal().why()).isEqualTo(Reason.SOLD_OUT);
    }

    @Test
    void goodsByWeightAreRoundedHalfUpToTheCent() {
        long bass = world.shop.product(ProductKind.GOODS, "Bar sauvage", 3790, 550);
        world.shop.set(bass, "by_weight", true);
        world.shop.stock(bass, 9000);
        // 37,90 € × 0,895 kg = 33,9205 € ; × 0,850 kg = 32,215 € -> 32,22 €
        assertThat(world.price(pieces(bass, 895)).totalCents()).isEqualTo(3392);
        assertThat(world.price(pieces(bass, 850)).totalCents()).isEqualTo(3222);
        Priced tooMuch = world.price(pieces(bass, 9001));
        assertThat(tooMuch.refusal().why()).isEqualTo(Reason.ONLY_LEFT);
        assertThat(tooMuch.refusal().details()).containsExactly(9000L);
    }

    @Test
    void aWeekOfLessonsTakesAPlaceForEachChild() {
        long lessons = world.shop.product(ProductKind.GROUP_LESSON, "Cours collectif", 19800, 2000);
        long flocon = world.shop.variant(lessons, "Flocon", 19800);
        long place = world.shop.capacity(lessons, flocon, LocalDate.parse("2027-02-07"), null, null, null, 5);
        Priced two = world.price(week(lessons, flocon, "2027-02-07", 2));
        assertThat(two.totalCents()).isEqualTo(39600);
        assertThat(two.startsOn()).isEqualTo("2027-02-07");
        assertThat(two.endsOn()).isEqualTo("2027-02-12");
        assertThat(two.variant()).isEqualTo("Flocon");
        assertThat(two.claims()).containsExactly(new Claim(place, 2));
        assertThat(world.price(week(lessons, flocon, "2027-02-07", 6)).refusal().why())
                .isEqualTo(Reason.ONLY_LEFT);
    }

    @Test
    void aPrivateLessonTakesEveryHourItLasts() {
        long lesson = world.shop.product(ProductKind.PRIVATE_LESSON, "Leçon", 5600, 2000);
        long two = world.shop.variant(lesson, "2 heures", 10800);
        world.shop.setVariant(two, "minutes", 120);
        long ten = world.hour(lesson, "2027-02-08T10:00", 60, 3);
        long eleven = world.hour(lesson, "2027-02-08T11:00", 60, 1);
        world.hour(lesson, "2027-02-08T13:00", 60, 1);
        Priced priced = world.price(session(lesson, two, "2027-02-08T10:00", 1));
        assertThat(priced.totalCents()).isEqualTo(10800);
        assertThat(priced.claims()).containsExactly(new Claim(ten, 1), new Claim(eleven, 1));
        assertThat(priced.endsAt()).isEqualTo(TestClock.instantOf("2027-02-08T12:00"));
        assertThat(priced.left()).isEqualTo(1);
    }

    @Test
    void anActivityPutsAdultsAndChildrenInTheSameSession() {
        long walk = world.shop.product(ProductKind.ACTIVITY, "Raquettes", 2400, 2000);
        long adult = world.shop.variant(walk, "Adulte", 3200);
        long child = world.shop.variant(walk, "Enfant", 2400);
        long session = world.hour(walk, "2027-02-09T13:30", 210, 4);
        List<Priced> family = world.priceAll(
                session(walk, adult, "2027-02-09T13:30", 2), session(walk, child, "2027-02-09T13:30", 3));
        assertThat(family.get(0).totalCents()).isEqualTo(6400);
        assertThat(family.get(0).claims()).containsExactly(new Claim(session, 2));
        assertThat(family.get(0).endsAt()).isEqualTo(TestClock.instantOf("2027-02-09T17:00"));
        assertThat(family.get(1).totalCents()).isEqualTo(7200);
        // The two adults of the same basket leave two places for the three children.
        assertThat(family.get(1).refusal().why()).isEqualTo(Reason.ONLY_LEFT);
        assertThat(family.get(1).left()).isEqualTo(2);
    }

    @Test
    void aPassIsNotLimited() {
        long pass = world.shop.product(ProductKind.PASS, "Forfait", 4600, 1000);
        long six = world.shop.variant(pass, "Adulte, 6 jours", 23100);
        world.shop.setVariant(six, "days", 6);
        Priced priced = world.price(week(pass, six, "2027-02-07", 2));
        assertThat(priced.totalCents()).isEqualTo(46200);
        assertThat(priced.endsOn()).isEqualTo("2027-02-12");
        assertThat(priced.claims()).isEmpty();
        assertThat(priced.left()).isNull();
    }

    @Test
    void rentalCostsThePriceOfItsDaysAndTakesOneOfEach() {
        long pack = world.shop.product(ProductKind.RENTAL, "Pack skis", 2200, 2000);
        long gear = world.shop.variant(pack, "Découverte", 2200);
        world.shop.setVariant(gear, "day_prices", new Long[] {2200L, 4200L, 6050L});
        world.shop.setVariant(gear, "sizes", new String[] {"160", "165"});
        world.gearDays(pack, gear, "165", "2027-02-07", "2027-02-10", 2);
        world.gearDays(pack, gear, "160", "2027-02-07", "2027-02-10", 9);
        Priced two = world.price(gear(pack, gear, "165", "2027-02-07", "2027-02-09", 2));
        assertThat(two.totalCents()).isEqualTo(12100);
        assertThat(two.claims()).hasSize(3).allMatch(claim -> claim.quantity() == 2);
        assertThat(world.price(gear(pack, gear, "165", "2027-02-07", "2027-02-07", 1))
                        .totalCents())
                .isEqualTo(2200);
        assertThat(world.price(gear(pack, gear, "165", "2027-02-07", "2027-02-09", 3))
                        .refusal()
                        .why())
                .isEqualTo(Reason.ONLY_LEFT);
    }

    @Test
    void aStayIsPaidInTwoPartsWhenItIsFarEnough() {
        long chalet = chalet();
        // 185 + 5 × 165 + 185 = 1 195,00 €; 4 adults × 7 nights × 1,41 € = 39,48 €; 30 % deposit.
        Priced stay = world.price(stay(chalet, "2027-02-06", "2027-02-13", 4, 2));
        assertThat(stay.unitCents()).isEqualTo(119500);
        assertThat(stay.taxCents()).isEqualTo(3948);
        assertThat(stay.totalCents()).isEqualTo(123448);
        assertThat(stay.dueNowCents()).isEqualTo(35850);
        assertThat(stay.balance())
                .isEqualTo(new Balance(87598, 3948, LocalDate.parse("2027-01-07"), LocalDate.parse("2027-01-14")));
        assertThat(stay.claims()).hasSize(7).allMatch(claim -> claim.quantity() == 1);
    }

    @Test
    void aStayThatIsNearIsPaidWhole() {
        long chalet = chalet();
        world.clock.set("2027-01-07T00:00");
        Priced stay = world.price(stay(chalet, "2027-02-06", "2027-02-13", 2, null));
        assertThat(stay.balance()).isNull();
        assertThat(stay.dueNowCents()).isEqualTo(stay.totalCents()).isEqualTo(119500 + 2 * 7 * 141);
    }

    @Test
    void aBalanceIsDueOnTheDayOfArrivalAtTheLatest() {
        long chalet = chalet();
        fr.halle.testing.TestDatabase.sql()
                .update("update product set terms = jsonb_set(terms, '{balanceDaysBefore}', '3') where id = ?", chalet);
        assertThat(world.price(stay(chalet, "2027-02-06", "2027-02-13", 2, null))
                        .balance())
                .extracting(Balance::sendOn, Balance::dueOn)
                .containsExactly(LocalDate.parse("2027-02-03"), LocalDate.parse("2027-02-06"));
    }

    @Test
    void aStayOneNightOfWhichIsTakenIsSoldOut() {
        long chalet = chalet();
        fr.halle.testing.TestDatabase.sql()
                .update("update capacity set taken = 1 where product_id = ? and day = '2027-02-09'", chalet);
        Priced stay = world.price(stay(chalet, "2027-02-06", "2027-02-13", 2, 0));
        assertThat(stay.refusal().why()).isEqualTo(Reason.SOLD_OUT);
        assertThat(stay.refusal().field()).isEqualTo("startsOn");
    }

    @Test
    void anInsuranceCoversTheLinesOfItsKindsWithoutTheirTax() {
        long insurance = world.shop.product(ProductKind.INSURANCE, "Annulation", 490, 0);
        world.shop.terms(insurance, "{\"rateBp\": 450, \"minCents\": 490, \"insuredKinds\": [\"LODGING\", \"PASS\"]}");
        long chalet = chalet();
        long oysters = world.shop.product(ProductKind.GOODS, "Huîtres", 1140, 550);
        List<Priced> basket = world.priceAll(
                pieces(insurance, 1), pieces(oysters, 3), stay(chalet, "2027-02-06", "2027-02-13", 4, 2));
        // 4,5 % of 1 195,00 € = 53,775 € -> 53,78 €
        assertThat(basket.get(0).totalCents()).isEqualTo(5378);
        assertThat(basket.get(0).available()).isTrue();
        assertThat(world.price(pieces(insurance, 1)).refusal().why()).isEqualTo(Reason.NOTHING_INSURED);
        Priced least = world.pricing.insurance(world.shop.portalId, insurance, Map.of(), "fr");
        assertThat(least.totalCents()).isEqualTo(490);
    }

    private long chalet() {
        long chalet = world.shop.product(ProductKind.LODGING, "Chalet L’Edelweiss", 14000, 1000);
        world.shop.terms(
                chalet,
                "{\"maxPersons\": 6, \"depositBp\": 3000, \"balanceDaysBefore\": 30, \"taxCentsPerAdultNight\": 141, \"bedrooms\": 3, \"other\": 1}");
        world.shop.season(chalet, "2027-02-06", "2027-02-06", 18500, 7);
        world.shop.season(chalet, "2027-02-07", "2027-02-11", 16500, 7);
        world.shop.season(chalet, "2027-02-12", "2027-02-19", 18500, 7);
        world.nights(chalet, "2027-02-06", "2027-02-20", 1);
        return chalet;
    }
}
