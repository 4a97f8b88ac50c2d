package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.checkout.service.Counter.Stocked;
import fr.halle.checkout.service.Substitution.Confirmed;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.order.service.LinesRefused;
import fr.halle.order.service.PartMoved;
import fr.halle.order.service.PartUnknown;
import fr.halle.order.service.ReasonMissing;
import fr.halle.payment.service.ShareStays;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Role;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** K10: what cannot be replaced, or not like this, is refused with its reason and nothing is changed. */
class AReplacementIsRefusedTest {

    private final Counter counter = new Counter(Preset.TOWN_PICKUP);
    private final Stocked lobster = counter.stocked("Homard", 3_000, 5);
    private final Stocked crab = counter.stocked("Tourteau", 2_400, 5);
    private final long part = counter.ordered(lobster, 1);
    private String expected = "RECORDED";

    @AfterEach
    void nothingWasChanged() {
        assertThat(counter.state(part)).isEqualTo(expected);
        assertThat(counter.number("select count(*) from substitution where from_part_id = ?", part))
                .isZero();
        assertThat(counter.number("select count(*) from refund where merchant_order_id = ?", part))
                .isZero();
        assertThat(counter.left(part)).isEqualTo(3_000);
        assertThat(counter.taken(lobster)).isEqualTo(1);
        assertThat(counter.taken(crab)).isZero();
        assertThat(counter.off()).isEmpty();
    }

    @Test
    void whileNothingIsChosen() {
        refused(
                () -> counter.confirm(
                        new Confirmed(part, counter.version(part), 3_000, 2_400, Counter.GONE), counter.maud),
                "NOTHING_CHOSEN");
        counter.choose(part, crab, 1);
        long line = counter.baskets
                .of(part, counter.maud)
                .orElseThrow()
                .cart()
                .lines()
                .findFirst()
                .orElseThrow()
                .id();
        counter.baskets.remove(part, line, counter.maud);
        refused(
                () -> counter.confirm(
                        new Confirmed(part, counter.version(part), 3_000, 2_400, Counter.GONE), counter.maud),
                "NOTHING_CHOSEN");
        assertThat(counter.preview(part).isPossible()).isFalse();
    }

    @Test
    void withoutAReason() {
        counter.choose(part, crab, 1);
        Confirmed silent = new Confirmed(part, counter.version(part), 3_000, 2_400, Why.said(" "));
        assertThatThrownBy(() -> counter.confirm(silent, counter.maud)).isInstanceOf(ReasonMissing.class);
    }

    @Test
    void fromAPageThatIsStale() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        counter.inTransaction(() -> counter.lifecycle.apply(part, MerchantOrderTransition.CONFIRM, counter.maud, null));
        expected = "CONFIRMING";
        assertThatThrownBy(() -> counter.confirm(seen, counter.maud)).isInstanceOf(PartMoved.class);
    }

    @Test
    void atAPriceThatChangedMeanwhile() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        counter.till.shop.set(crab.product(), "from_cents", 2_500L);
        refused(() -> counter.confirm(seen, counter.maud), "STALE");
    }

    @Test
    void whenTheReplacementIsGoneMeanwhile() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        counter.till.sql.update("update capacity set total = 0 where id = ?", crab.capacity());
        refused(() -> counter.confirm(seen, counter.maud), "GONE");
        counter.till.sql.update("update capacity set total = 5 where id = ?", crab.capacity());
    }

    @Test
    void moreThanThereIsIsNotEvenChosen() {
        assertThatThrownBy(() -> counter.choose(part, crab, 6)).isInstanceOf(ChoiceRefused.class);
        assertThatThrownBy(() -> counter.choose(part, crab, 0)).isInstanceOf(ChoiceRefused.class);
    }

    @Test
    void withAnotherMerchantsProduct() {
        long other = counter.till.shop.merchant("Fournil");
        Stocked bread = counter.stocked(counter.till.shop.shop(other, "Fournil"), "Pain", 300, 10);
        refused(() -> counter.choose(part, bread, 1), "ANOTHER_SHOP");
        TestShop elsewhere = TestShop.in(Preset.TOWN_PICKUP);
        long foreign = elsewhere.product(fr.halle.catalog.model.ProductKind.GOODS, "Ailleurs", 300, 550);
        refused(() -> counter.choose(part, new Stocked(foreign, 0, 300), 1), "ANOTHER_SHOP");
        refused(() -> counter.choose(part, new Stocked(-1, 0, 300), 1), "ANOTHER_SHOP");
    }

    /** A basket is never named by who asks; should one come into the table all the same, it is refused at the end. */
    @Test
    void withABasketThatSomebodyElseFilled() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        long other = counter.till.shop.merchant("Fournil");
        Stocked bread = counter.stocked(counter.till.shop.shop(other, "Fournil"), "Pain", 2_400, 10);
        UUID theirs = counter.till.cart();
        counter.till.sql.update(
                "insert into cart_line (id, cart_id, product_id, shop_id, quantity, added_at) select ?, ?, id, shop_id, 1, now()"
                        + " from product where id = ?",
                TestIds.id(),
                theirs,
                bread.product());
        counter.till.sql.update("update replacement_basket set cart_id = ? where merchant_order_id = ?", theirs, part);
        refused(() -> counter.confirm(seen, counter.maud), "ANOTHER_SHOP");
    }

    @Test
    void toAnotherMerchantAndToAnotherPortalsOperator() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        Actor stranger = Actor.merchant(TestIds.id(), "Fournil", counter.till.shop.merchant("Fournil"));
        TestShop elsewhere = TestShop.in(Preset.TOWN_PICKUP);
        Actor operator = Actor.operator(elsewhere.operator(elsewhere.portalId), "Ana");
        for (Actor other : new Actor[] {stranger, operator}) {
            assertThatThrownBy(() -> counter.preview(part, other)).isInstanceOf(PartUnknown.class);
            assertThatThrownBy(() -> counter.choose(part, crab, 1, other)).isInstanceOf(PartUnknown.class);
            assertThatThrownBy(() -> counter.confirm(seen, other)).isInstanceOf(PartUnknown.class);
        }
        assertThatThrownBy(() -> counter.preview(-1)).isInstanceOf(PartUnknown.class);
    }

    @Test
    void toWhoMayNotCancel() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        Actor reader = Actor.merchant(TestIds.id(), "Lise", counter.till.shop.merchantId, Role.READER);
        assertThatThrownBy(() -> counter.preview(part, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> counter.choose(part, crab, 1, reader)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> counter.confirm(seen, reader)).isInstanceOf(NotAllowed.class);
    }

    /** M49: validated, it is the operator's to cancel. */
    @Test
    void toTheMerchantOnceItIsValidated() {
        counter.choose(part, crab, 1);
        counter.inTransaction(() -> counter.lifecycle.apply(part, MerchantOrderTransition.PROCESS, counter.maud, null));
        expected = "PROCESSING";
        assertThat(counter.preview(part).replaced().allowed()).isFalse();
        assertThatThrownBy(() -> counter.confirm(part)).isInstanceOf(MoveRefused.class);
    }

    @Test
    void whileTheMoneyIsOnItsWayToTheMerchant() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        counter.till.sql.update(
                "update payment_share set transfer_claimed_at = now(), transfer_cents = gross_cents, transfer_fee_cents = fee_cents"
                        + " where merchant_order_id = ?",
                part);
        stays(() -> counter.confirm(seen, counter.maud), "IN_TRANSFER");
        assertThat(counter.preview(part).refusal()).isInstanceOf(ShareStays.class);
    }

    @Test
    void onceTheMoneyIsSetAsideForThePayout() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        counter.capture();
        counter.till.sql.update("update merchant_order set release_at = now() - interval '1 year' where id = ?", part);
        assertThat(counter.release()).isEqualTo(1);
        stays(() -> counter.confirm(seen, counter.maud), "PAID_OUT");
    }

    @Test
    void whileThePaymentIsDisputed() {
        counter.choose(part, crab, 1);
        Confirmed seen = counter.confirmed(part, counter.maud);
        counter.till.sql.update(
                "update payment set state = 'DISPUTED' where id = (select payment_id from payment_share where merchant_order_id = ?)",
                part);
        assertThat(counter.preview(part).refusal()).isInstanceOf(ShareStays.class);
        assertThatThrownBy(() -> counter.confirm(seen, counter.maud))
                .isInstanceOfAny(ShareStays.class, SubstitutionRefused.class);
    }

    /** K9: in a town a part goes whole. */
    @Test
    void forSomeLinesWhereThePortalCancelsPartsOnly() {
        long both = counter.ordered(
                Map.of(), Map.of(counter.stocked("Bar", 1_800, 5), 1L, counter.stocked("Bulots", 900, 5), 2L));
        counter.lines(both, counter.number("select min(id) from order_line where merchant_order_id = ?", both));
        assertThatThrownBy(() -> counter.preview(both))
                .isInstanceOfSatisfying(
                        LinesRefused.class, why -> assertThat(why.variant()).isEqualTo("WHOLE_ONLY"));
    }

    /** What is for adults replaces only what was ordered by somebody who declared to be one. */
    @Test
    void withSomethingForAdultsToWhoNeverDeclaredToBeOne() {
        Stocked wine = counter.stocked("Muscadet", 1_500, 5);
        counter.till.shop.set(wine.product(), "adults_only", true);
        counter.choose(part, wine, 1);
        refused(
                () -> counter.confirm(
                        new Confirmed(part, counter.version(part), 3_000, 1_500, Counter.GONE), counter.maud),
                "ADULTS");
    }

    private static void refused(ThrowingCallable attempt, String reason) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        SubstitutionRefused.class,
                        why -> assertThat(why.variant()).isEqualTo(reason));
    }

    private static void stays(ThrowingCallable attempt, String reason) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        ShareStays.class, why -> assertThat(why.variant()).isEqualTo(reason));
    }
}
