package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Double clicks, two tabs, two buyers: one answer per key, one checkout per cart, one winner per last place. */
class TheOrderButtonIsPressedAgainTest {

    private static final Instant SLOT = TestClock.instantOf("2026-11-22T10:30");

    private final Till till = new Till(Preset.TOWN_PICKUP);
    private final long oysters = till.shop.product(ProductKind.GOODS, "Huîtres", 1200, 550);
    private final long stock = till.shop.stock(oysters, 3);
    private final UUID cart = till.cart();

    private OrderDraft wants(long quantity) {
        return till.draft(till.part(till.line(1, oysters, quantity, 1200, Till.claim(stock, quantity))));
    }

    private long taken() {
        return till.number("select taken from capacity where id = ?", stock);
    }

    @Test
    void withTheSameKeyFromEightThreadsItIsOneCheckout() {
        OrderDraft draft = wants(2);
        List<CheckoutStarted> answers = AtOnce.all(8, () -> till.start(cart, "one-key", draft));
        assertThat(answers)
                .extracting(CheckoutStarted::orderNumber)
                .containsOnly(answers.get(0).orderNumber());
        assertThat(answers)
                .extracting(CheckoutStarted::token)
                .containsOnly(answers.get(0).token());
        assertThat(till.number(
                        "select count(*) from payment p join checkout k on k.id = p.checkout_id where k.cart_id = ?",
                        cart))
                .isEqualTo(1);
        assertThat(till.provider.all()).hasSize(1);
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void withTheSameKeyAndAnotherRequestNothingIsGuessed() {
        till.start(cart, "one-key", wants(1));
        assertThatThrownBy(() -> till.start(cart, "one-key", wants(2))).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void withTheSameKeyAfterThePaymentItAnswersThatTheOrderIsPlaced() {
        CheckoutStarted first = till.start(cart, "one-key", wants(1));
        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        CheckoutStarted second = till.start(cart, "one-key", wants(1));
        assertThat(second.state()).isEqualTo(CheckoutStarted.State.PLACED);
        assertThat(second.orderNumber()).isEqualTo(first.orderNumber());
        assertThat(till.checkouts.answered(cart, "one-key")).contains(second);
        assertThat(till.checkouts.answered(cart, "another")).isEmpty();
    }

    @Test
    void withANewKeyTheOlderCheckoutGivesItsClaimsBackFirst() {
        till.start(cart, wants(3));
        CheckoutStarted second = till.start(cart, wants(3));
        assertThat(second.state()).isEqualTo(CheckoutStarted.State.REDIRECTED);
        assertThat(taken()).isEqualTo(3);
        assertThat(till.number("select count(*) from checkout where cart_id = ? and state = 'PENDING'", cart))
                .isEqualTo(1);
    }

    @Test
    void onceOrderedACartIsNotOrderedAgain() {
        till.start(cart, wants(1));
        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        till.payments.refresh(till.paymentOf(cart));
        assertThatThrownBy(() -> till.start(cart, wants(1))).isInstanceOf(CartOrdered.class);
    }

    /** Two windows, each at its own payment page: whoever comes back from either is told of the one order. */
    @Test
    void fromTwoWindowsBothPagesTellOfTheOneOrder() {
        CheckoutOutcomes outcomes = till.beans.get(CheckoutOutcomes.class);
        CheckoutStarted left = till.start(cart, wants(1));
        long leftPayment = till.paymentOf(cart);
        CheckoutStarted paid = till.start(cart, wants(1));
        assertThat(outcomeOf(outcomes, left).state()).isEqualTo(CheckoutOutcome.State.EXPIRED);
        assertThat(outcomeOf(outcomes, left).ordered()).isNull();

        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        till.payments.refresh(till.paymentOf(cart));
        CheckoutOutcome.Ordered order = new CheckoutOutcome.Ordered(paid.orderNumber(), paid.token());
        assertThat(outcomeOf(outcomes, left).state()).isEqualTo(CheckoutOutcome.State.ALREADY_ORDERED);
        assertThat(outcomeOf(outcomes, left).ordered()).isEqualTo(order);

        till.pageOf(leftPayment).end(State.PAID);
        till.payments.refresh(leftPayment);
        assertThat(outcomeOf(outcomes, left).state()).isEqualTo(CheckoutOutcome.State.PAID_TWICE);
        assertThat(outcomeOf(outcomes, left).ordered()).isEqualTo(order);
    }

    private CheckoutOutcome outcomeOf(CheckoutOutcomes outcomes, CheckoutStarted started) {
        return outcomes.byToken(till.shop.portalId, started.orderNumber(), started.token())
                .orElseThrow();
    }

    @Test
    void forTheLastPlaceOneWinsAndTheOtherIsToldAndNotCharged() {
        till.start(cart, wants(2));
        int calls = till.provider.calls.get();
        UUID other = till.cart();
        assertThatThrownBy(() -> till.start(other, wants(2))).isInstanceOfSatisfying(CapacityShort.class, refusal -> {
            assertThat(refusal.lineNo()).isEqualTo(1);
            assertThat(refusal.left()).isEqualTo(1);
        });
        assertThat(till.provider.calls).hasValue(calls);
        assertThat(till.number("select count(*) from checkout where cart_id = ?", other))
                .isZero();
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void everyLineThatIsShortIsNamed() {
        OrderDraft draft = till.draft(till.part(
                till.line(1, oysters, 2, 1200, Till.claim(stock, 2)),
                till.line(2, oysters, 3, 1200, Till.claim(stock, 3))));
        assertThatThrownBy(() -> till.start(cart, draft))
                .isInstanceOfSatisfying(
                        CapacityShort.class,
                        refusal ->
                                assertThat(refusal.shortages()).containsExactly(new CapacityShort.Shortage(2, 3, 1)));
    }

    /** K19: a half-hour takes only so many. */
    @Test
    void forASlotThatFilledUpMeanwhileItIsRefused() {
        till.sql.update("update shop set slot_capacity = 1 where id = ?", till.shop.shopId);
        OrderDraft draft =
                till.draft(till.part(till.shop.merchantId, till.shop.shopId, SLOT, 0, till.line(1, oysters, 1, 1200)));
        till.start(cart, draft);
        assertThatThrownBy(() -> till.start(till.cart(), draft))
                .isInstanceOfSatisfying(
                        SlotTaken.class, taken -> assertThat(taken.slotStart()).isEqualTo(SLOT));
        till.start(cart, draft);
    }
}
