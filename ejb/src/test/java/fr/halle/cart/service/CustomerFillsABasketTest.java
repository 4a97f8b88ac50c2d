package fr.halle.cart.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.cart.service.CartPart.Missing;
import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.ProductKind;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CustomerFillsABasketTest {

    private final TestBasket world = new TestBasket();
    private final TestShop town = world.town;
    private final UUID cart = world.open();

    /** C01, C08: grouped by merchant, with today's prices. */
    @Test
    void seesItGroupedByMerchant() {
        world.add(cart, world.oysters, 2);
        world.add(cart, world.wine, 1);
        world.add(cart, world.cheese, 400);
        CartView view = world.view(cart);
        assertThat(view.parts())
                .extracting(part -> part.shop().name(), CartPart::linesCents)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Maison Morel", 2280L + 1160L),
                        org.assertj.core.groups.Tuple.tuple("Cave du Phare", 980L));
        assertThat(view.totalCents()).isEqualTo(4420);
        assertThat(view.isForAdults()).isTrue();
    }

    @Test
    void makesOneLineOfTheSameChoiceTwice() {
        world.add(cart, world.oysters, 2);
        CartLine line = world.add(cart, world.oysters, 3);
        assertThat(line.quantity()).isEqualTo(5);
        assertThat(world.view(cart).lines()).hasSize(1);
        carts().add(town.portalId, cart, TestBasket.pieces(world.oysters, 1), Map.of("for", "Léa"));
        assertThat(world.view(cart).lines()).hasSize(2);
    }

    /** A date on oysters says nothing: it neither makes another line nor is it kept. */
    @Test
    void isAskedOnlyWhatTheKindNeeds() {
        Choice odd =
                new Choice(world.oysters, null, 1, LocalDate.of(1999, 1, 1), null, null, "XL", Integer.MAX_VALUE, -5);
        carts().add(town.portalId, cart, odd, Map.of());
        carts().add(town.portalId, cart, odd, Map.of());
        world.add(cart, world.oysters, 1);
        assertThat(world.view(cart).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.choice()).isEqualTo(TestBasket.pieces(world.oysters, 3)));
    }

    @Test
    void cannotTakeMoreThanIsLeftHoweverItIsSplit() {
        world.add(cart, world.wine, 10);
        refused(() -> world.add(cart, world.wine, 3), Reason.ONLY_LEFT);
        carts().add(town.portalId, cart, TestBasket.pieces(world.wine, 2), Map.of("for", "Léa"));
        refused(
                () -> carts().add(town.portalId, cart, TestBasket.pieces(world.wine, 1), Map.of("for", "Tom")),
                Reason.SOLD_OUT);
    }

    @Test
    void cannotChooseWhatCannotBe() {
        refused(() -> world.add(cart, world.oysters, 0), Reason.PIECES_RANGE);
        refused(() -> world.add(cart, world.oysters, -3), Reason.PIECES_RANGE);
        refused(() -> world.add(cart, world.oysters, Long.MAX_VALUE), Reason.PIECES_RANGE);
        refused(() -> world.add(cart, 4711, 1), Reason.PRODUCT_UNKNOWN);
        refused(
                () -> world.add(cart, TestShop.in(Preset.MOUNTAIN).product(ProductKind.GOODS, "Fart", 100, 2000), 1),
                Reason.PRODUCT_UNKNOWN);
        town.set(world.oysters, "active", false);
        refused(() -> world.add(cart, world.oysters, 1), Reason.NOT_SOLD);
    }

    /** C01: nor by adding less than nothing to what is there. */
    @Test
    void cannotAddWhatCouldNotBeWishedForByItself() {
        refusedAt("lines[0].quantity", List.of(wish(world.oysters, -1), wish(world.oysters, 3)), List.of());
        world.add(cart, world.oysters, 2);
        refused(() -> world.add(cart, world.oysters, -1), Reason.PIECES_RANGE);
        refused(() -> world.add(cart, world.oysters, 0), Reason.PIECES_RANGE);
        long insurance = town.product(ProductKind.INSURANCE, "Assurance annulation", 0, 0);
        town.terms(insurance, "{\"rateBp\":500,\"insuredKinds\":[\"GOODS\"]}");
        world.add(cart, insurance, 1);
        refused(() -> world.add(cart, insurance, 5), Reason.ONE_ONLY);
    }

    @Test
    void cannotReachALongWithTwoAdditions() {
        world.add(cart, world.oysters, 1);
        refused(() -> world.add(cart, world.oysters, Long.MAX_VALUE), Reason.PIECES_RANGE);
    }

    @Test
    void changesAndRemovesLines() {
        long line = world.add(cart, world.oysters, 2).id();
        carts().change(town.portalId, cart, line, 7);
        assertThat(world.view(cart).totalCents()).isEqualTo(7 * 1140);
        refused(() -> carts().change(town.portalId, cart, line, 31), Reason.ONLY_LEFT);
        carts().remove(town.portalId, cart, line);
        assertThat(world.view(cart).isEmpty()).isTrue();
        assertThatThrownBy(() -> carts().remove(town.portalId, cart, line)).isInstanceOf(CartLineUnknown.class);
    }

    /** Another cart's id, another portal's, none at all: all are unknown, and nothing is said of them. */
    @Test
    void cannotTouchAnothersBasket() {
        long theirs = world.add(world.open(), world.oysters, 1).id();
        assertThatThrownBy(() -> carts().remove(town.portalId, cart, theirs)).isInstanceOf(CartLineUnknown.class);
        assertThatThrownBy(() -> carts().change(town.portalId, cart, theirs, 2)).isInstanceOf(CartLineUnknown.class);
        long elsewhere = TestShop.in(Preset.MOUNTAIN).portalId;
        assertThatThrownBy(() -> carts().view(elsewhere, cart, "fr")).isInstanceOf(CartUnknown.class);
        assertThatThrownBy(() -> carts().add(elsewhere, cart, TestBasket.pieces(world.oysters, 1), Map.of()))
                .isInstanceOf(CartUnknown.class);
        assertThatThrownBy(() -> world.view(UUID.randomUUID())).isInstanceOf(CartUnknown.class);
    }

    /** C17. */
    @Test
    void cannotChangeWhatHasBecomeAnOrder() {
        long line = world.add(cart, world.oysters, 2).id();
        TestDatabase.sql().update("update cart set state = 'ORDERED', version = version + 1 where id = ?", cart);
        List<String> before = TestBasket.rows(cart);
        assertThatThrownBy(() -> world.add(cart, world.wine, 1)).isInstanceOf(CartAlreadyOrdered.class);
        assertThatThrownBy(() -> carts().change(town.portalId, cart, line, 1)).isInstanceOf(CartAlreadyOrdered.class);
        assertThatThrownBy(() -> carts().remove(town.portalId, cart, line)).isInstanceOf(CartAlreadyOrdered.class);
        assertThatThrownBy(() -> world.pickup(cart, town.shopId, "2026-05-15T10:30"))
                .isInstanceOf(CartAlreadyOrdered.class);
        assertThat(TestBasket.rows(cart)).isEqualTo(before);
    }

    @Test
    void seesWhatIsGoneWithoutPayingForIt() {
        world.add(cart, world.oysters, 2);
        world.add(cart, world.wine, 1);
        town.set(world.wine, "active", false);
        CartView view = world.view(cart);
        assertThat(view.totalCents()).isEqualTo(2280);
        assertThat(view.isReady()).isFalse();
        assertThat(view.parts().get(1).lines().get(0).refusal())
                .satisfies(refusal -> assertThat(refusal.why()).isEqualTo(Reason.NOT_SOLD));
    }

    /** C09, C11: what is not chosen yet is said; a slot that filled up meanwhile is said too. */
    @Test
    void isToldWhatIsMissingToCollectIt() {
        world.add(cart, world.oysters, 2);
        assertThat(missing()).containsExactly(Missing.SLOT);
        world.pickup(cart, town.shopId, "2026-05-13T15:30");
        assertThat(missing()).isEmpty();
        assertThat(world.view(cart).isReady()).isTrue();
        world.clock.set("2026-05-13T13:31");
        assertThat(missing()).containsExactly(Missing.SLOT_GONE);
    }

    @Test
    void cannotFetchItWhenTheShopIsShut() {
        world.add(cart, world.oysters, 2);
        List<String> before = TestBasket.rows(cart);
        slotRefused("2026-05-13T15:00", "TOO_EARLY");
        slotRefused("2026-05-12T15:00", "PAST");
        slotRefused("2026-05-14T10:00", "HOLIDAY");
        slotRefused("2026-05-15T18:00", "CLOSED");
        slotRefused("2026-05-15T10:07", "CLOSED");
        slotRefused(Instant.MAX, "CLOSED");
        slotRefused(Instant.MIN, "CLOSED");
        assertThat(TestBasket.rows(cart)).isEqualTo(before);
    }

    /** C10, O04: only where the merchant says so; what it asks for the way is in the total. */
    @Test
    void hasItBroughtWhereTheMerchantDelivers() {
        world.add(cart, world.oysters, 2);
        assertThatThrownBy(() -> carts().choosePart(town.portalId, cart, town.shopId, Collection.delivery()))
                .isInstanceOfSatisfying(
                        CollectionRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("NOT_OFFERED"));
        TestDatabase.sql()
                .update("update shop set delivery = true, delivery_fee_cents = 500 where id = ?", town.shopId);
        world.shops.forget(town.shopId);
        assertThat(missing()).containsExactly(Missing.MODE);
        carts().choosePart(town.portalId, cart, town.shopId, Collection.delivery());
        CartView view = world.view(cart);
        assertThat(view.isReady()).isTrue();
        assertThat(view.shippingCents()).isEqualTo(500);
        assertThat(view.totalCents()).isEqualTo(2780);
        assertThat(view.needsAddress()).isTrue();
    }

    @Test
    void cannotCollectFromAShopItBuysNothingOf() {
        world.add(cart, world.oysters, 2);
        assertThatThrownBy(() -> world.pickup(cart, world.cellarShop, "2026-05-15T11:00"))
                .isInstanceOf(ShopUnknown.class);
    }

    @Test
    void mayCarryAHundredLinesAndNoMore() {
        for (int i = 0; i < Carts.MOST_LINES; i++) {
            carts().add(town.portalId, cart, TestBasket.pieces(world.cheese, 50), Map.of("for", "n" + i));
        }
        List<String> before = TestBasket.rows(cart);
        assertThatThrownBy(() -> carts().add(town.portalId, cart, TestBasket.pieces(world.oysters, 1), Map.of()))
                .isInstanceOf(CartFull.class);
        assertThat(TestBasket.rows(cart)).isEqualTo(before);
    }

    @Test
    void writesShortNotesWithAChoiceAndNothingElse() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 11; i++) {
            many.put("n" + i, "x");
        }
        for (Map<String, String> detail :
                List.of(many, Map.of("n", "x".repeat(201)), Map.of("a b", "x"), Map.of("n", "a\r\nBcc: x"))) {
            assertThatThrownBy(() -> carts().add(town.portalId, cart, TestBasket.pieces(world.oysters, 1), detail))
                    .isInstanceOf(DetailRefused.class);
        }
        carts().add(town.portalId, cart, TestBasket.pieces(world.oysters, 1), Map.of("n", "<script>'; --"));
        assertThat(world.view(cart).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).containsEntry("n", "<script>'; --"));
    }

    /** C01: a child is too young or too old for a course before it is in the basket, and when it is asked for once more. */
    @Test
    void choosesACourseForTheAgesItIsMeantFor() {
        long course = town.product(ProductKind.GROUP_LESSON, "Cours collectif", 19_800, 1000);
        town.terms(course, "{\"lessonDays\":6}");
        long star = town.variant(course, "1re étoile", 19_800);
        LocalDate monday = LocalDate.of(2026, 5, 18);
        town.capacity(course, star, monday, null, null, null, 10);
        Choice week = new Choice(course, star, 1, monday, null, null, null, null, null);
        assertThat(forAged(week, "ninety").refusal()).isNull();
        town.setVariant(star, "age_min", 6);
        notFor(week, "5", Reason.AGE_FROM, 6);
        town.setVariant(star, "age_max", 12);
        for (String age : List.of("5", "13", "120", "0")) {
            notFor(week, age, Reason.AGE_RANGE, 6, 12);
        }
        for (String age : List.of("-8", "8,5", "huit", "8 9", "99999999999")) {
            notFor(week, age, Reason.AGE_UNREADABLE);
        }
        assertThat(forAged(week, " 6 ").isAvailable()).isTrue();
        assertThat(forAged(week, "12").isAvailable()).isTrue();
        town.setVariant(star, "age_min", null);
        notFor(week, "13", Reason.AGE_TO, 12);
        assertThat(world.view(cart).lines())
                .filteredOn(line -> !line.isAvailable())
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).containsEntry("age", "ninety"));
    }

    private CartLine forAged(Choice choice, String age) {
        return carts().add(town.portalId, cart, choice, Map.of("age", age));
    }

    private void notFor(Choice choice, String age, Reason why, Object... bounds) {
        List<String> before = TestBasket.rows(cart);
        assertThatThrownBy(() -> forAged(choice, age)).isInstanceOfSatisfying(ChoiceRefused.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("detail.age");
            assertThat(refusal.why()).isEqualTo(why);
            assertThat(refusal.details()).containsExactly(bounds);
        });
        assertThat(TestBasket.rows(cart)).isEqualTo(before);
    }

    /** C01: an insurance covers the other lines, follows them and is bought once. */
    @Test
    void insuresTheRestOfTheBasket() {
        long insurance = town.product(ProductKind.INSURANCE, "Assurance annulation", 0, 0);
        town.terms(insurance, "{\"rateBp\":500,\"insuredKinds\":[\"GOODS\"]}");
        refused(() -> world.add(cart, insurance, 1), Reason.NOTHING_INSURED);
        world.add(cart, world.oysters, 10);
        world.add(cart, insurance, 1);
        world.add(cart, insurance, 1);
        CartView view = world.view(cart);
        assertThat(view.lines()).hasSize(2);
        assertThat(view.totalCents()).isEqualTo(11_400 + 570);
    }

    /** C01: several at once are what they would be one after the other. */
    @Test
    void putsSeveralThingsInAtOnce() {
        world.add(cart, world.oysters, 2);
        List<CartLine> lines = carts().fill(
                        town.portalId,
                        cart,
                        List.of(wish(world.wine, 3), wish(world.oysters, 1), wish(world.wine, 2)),
                        List.of(part(world.cellarShop, "2026-05-15T11:00"), part(town.shopId, "2026-05-15T10:30")));
        assertThat(lines).extracting(CartLine::quantity).containsExactly(5L, 3L, 5L);
        CartView view = world.view(cart);
        assertThat(view.totalCents()).isEqualTo(3 * 1140 + 5 * 980);
        assertThat(view.isReady()).isTrue();
    }

    /** All or nothing, and the refusal names what is in the way. */
    @Test
    void isToldWhichOfSeveralThingsIsInTheWay() {
        world.add(cart, world.oysters, 2);
        refusedAt("lines[1].quantity", List.of(wish(world.oysters, 1), wish(world.wine, 13)), List.of());
        refusedAt("lines[0].quantity", List.of(wish(world.wine, 7), wish(world.wine, 7)), List.of());
        refusedAt("lines[1].productId", List.of(wish(world.wine, 1), wish(4711, 1)), List.of());
        refusedAt(
                "lines[0].detail.n",
                List.of(new Wish(TestBasket.pieces(world.wine, 1), Map.of("n", "x".repeat(201)))),
                List.of());
        refusedAt(
                "parts[1].slot",
                List.of(wish(world.wine, 1)),
                List.of(part(world.cellarShop, "2026-05-15T11:00"), part(town.shopId, "2026-05-14T10:00")));
    }

    @Test
    void insuresWhatItPutsInTogetherWithTheInsurance() {
        long insurance = town.product(ProductKind.INSURANCE, "Assurance annulation", 0, 0);
        town.terms(insurance, "{\"rateBp\":500,\"insuredKinds\":[\"GOODS\"]}");
        world.add(cart, world.wine, 1);
        List<CartLine> lines =
                carts().fill(town.portalId, cart, List.of(wish(insurance, 1), wish(world.oysters, 10)), List.of());
        assertThat(lines).extracting(CartLine::totalCents).containsExactly(619L, 11_400L);
        assertThat(world.view(cart).totalCents()).isEqualTo(980 + 11_400 + 619);
    }

    /** C07: a lodging takes its deposit now. */
    @Test
    void seesWhatIsPaidNowAndLater() {
        long chalet = town.product(ProductKind.LODGING, "Chalet", 10_000, 1000);
        town.terms(chalet, "{\"depositBp\":3000,\"balanceDaysBefore\":30}");
        town.season(chalet, "2026-07-01", "2026-08-31", 10_000, 1);
        for (LocalDate night = LocalDate.of(2026, 7, 4);
                night.isBefore(LocalDate.of(2026, 7, 11));
                night = night.plusDays(1)) {
            town.capacity(chalet, null, night, null, null, null, 1);
        }
        Choice stay =
                new Choice(chalet, null, 1, LocalDate.of(2026, 7, 4), LocalDate.of(2026, 7, 11), null, null, 2, 1);
        carts().add(town.portalId, cart, stay, Map.of());
        carts().add(town.portalId, cart, stay, Map.of());
        CartView view = world.view(cart);
        assertThat(view.lines()).hasSize(1);
        assertThat(view.totalCents()).isEqualTo(70_000);
        assertThat(view.dueNowCents()).isEqualTo(21_000);
        assertThat(view.dueLaterCents()).isEqualTo(49_000);
        assertThat(view.isReady()).isTrue();
    }

    /** C09: rented skis are fetched on the eve at the earliest, not a fortnight before; the week of slots begins there. */
    @Test
    void fetchesWhatItRentsOnTheEveAtTheEarliest() {
        LocalDate first = LocalDate.of(2026, 5, 28);
        long pack = town.product(ProductKind.RENTAL, "Pack skis", 2200, 2000);
        town.set(pack, "collected", true);
        long gear = town.variant(pack, "Découverte", 2200);
        town.setVariant(gear, "day_prices", new Long[] {2200L});
        town.setVariant(gear, "sizes", new String[] {"160"});
        town.capacity(pack, gear, first, null, null, "160", 5);
        carts().add(town.portalId, cart, new Choice(pack, gear, 1, first, first, null, "160", null, null), Map.of());
        assertThat(world.view(cart).parts())
                .singleElement()
                .satisfies(part -> assertThat(part.collectedFrom()).isEqualTo(first.minusDays(1)));
        world.pickup(cart, town.shopId, "2026-05-26T15:30");
        assertThat(missing()).containsExactly(Missing.SLOT_EARLY);
        world.pickup(cart, town.shopId, "2026-05-27T15:30");
        assertThat(missing()).isEmpty();
        world.pickup(cart, town.shopId, "2026-05-28T15:30");
        assertThat(missing()).isEmpty();
        world.pickup(cart, town.shopId, "2026-05-29T15:30");
        assertThat(missing()).as("the skis are due back").containsExactly(Missing.SLOT_LATE);
    }

    /** Who comes back from the provider's page without paying is not told that his own bottle is gone. */
    @Test
    void isNotInItsOwnWayWhileItPays() {
        long last = town.product(ProductKind.GOODS, "Dernière bouteille", 5000, 2000);
        long capacity = town.stock(last, 1);
        TestDatabase.sql().update("update shop set slot_capacity = 1 where id = ?", town.shopId);
        world.shops.forget(town.shopId);
        world.add(cart, last, 1);
        world.pickup(cart, town.shopId, "2026-05-15T10:30");
        UUID another = world.open();
        world.add(another, last, 1);
        world.hold(cart, capacity, 1, town.shopId, TestClock.instantOf("2026-05-15T10:30"));

        assertThat(world.view(cart).isReady()).isTrue();
        assertThat(world.view(another).parts().get(0).lines().get(0).isAvailable())
                .isFalse();
        refused(() -> world.add(world.open(), last, 1), Reason.SOLD_OUT);
        assertThatThrownBy(() -> world.pickup(another, town.shopId, "2026-05-15T10:30"))
                .isInstanceOf(CollectionRefused.class);
    }

    private static Wish wish(long product, long quantity) {
        return new Wish(TestBasket.pieces(product, quantity), Map.of());
    }

    private static PartWish part(long shop, String inParis) {
        return new PartWish(shop, Collection.pickup(TestClock.instantOf(inParis)));
    }

    private void refusedAt(String field, List<Wish> wishes, List<PartWish> parts) {
        List<String> before = TestBasket.rows(cart);
        assertThatThrownBy(() -> carts().fill(town.portalId, cart, wishes, parts))
                .isInstanceOfSatisfying(
                        FieldRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
        assertThat(TestBasket.rows(cart)).isEqualTo(before);
    }

    private List<Missing> missing() {
        return world.view(cart).parts().get(0).missing();
    }

    private void slotRefused(String inParis, String reason) {
        slotRefused(TestClock.instantOf(inParis), reason);
    }

    private void slotRefused(Instant start, String reason) {
        assertThatThrownBy(() -> carts().choosePart(town.portalId, cart, town.shopId, Collection.pickup(start)))
                .isInstanceOfSatisfying(CollectionRefused.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("slot");
                    assertThat(refusal.reason()).isEqualTo(reason);
                });
    }

    private void refused(ThrowingCallable action, Reason reason) {
        List<String> before = TestBasket.rows(cart);
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ChoiceRefused.class,
                        refusal -> assertThat(refusal.why()).isEqualTo(reason));
        assertThat(TestBasket.rows(cart)).isEqualTo(before);
    }

    private Carts carts() {
        return world.carts;
    }
}
