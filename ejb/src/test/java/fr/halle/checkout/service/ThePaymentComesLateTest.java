package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestProvider.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer pays at a page that we had given up: an order if everything can still be had, else all of the money back. */
class ThePaymentComesLateTest {

    private final Till till = new Till(Preset.TOWN_PICKUP);
    private final long oysters = till.shop.product(ProductKind.GOODS, "Huîtres", 1200, 550);
    private final long stock = till.shop.stock(oysters, 2);
    private final UUID cart = till.cart();

    private OrderDraft wants(long quantity) {
        return till.draft(till.part(till.line(1, oysters, quantity, 1200, Till.claim(stock, quantity))));
    }

    /** The cart's customer is shown a page. @return its payment */
    private long pageFor(long quantity) {
        till.start(cart, wants(quantity));
        return till.paymentOf(cart);
    }

    private PaymentState paid(long payment) {
        till.pageOf(payment).end(State.PAID);
        return till.payments.refresh(payment);
    }

    private void expire() {
        till.clock.moveForward(Duration.ofMinutes(21));
        till.expire();
    }

    private String stateOf(long payment) {
        return till.text("select state from payment where id = ?", payment);
    }

    private long taken() {
        return till.number("select taken from capacity where id = ?", stock);
    }

    @Test
    void whatIsHeldExpiresAfterTheProviderWasAsked() {
        long payment = pageFor(2);
        expire();
        assertThat(stateOf(payment)).isEqualTo("EXPIRED");
        assertThat(taken()).isZero();
        assertThat(till.text("select state from cart where id = ?", cart)).isEqualTo("OPEN");
    }

    @Test
    void whoPaidInTheLastSecondHasAnOrder() {
        long payment = pageFor(2);
        till.pageOf(payment).end(State.PAID);
        expire();
        assertThat(stateOf(payment)).isEqualTo("AUTHORISED");
        assertThat(till.number("select count(*) from payment where id = ? and order_id is not null", payment))
                .isEqualTo(1);
    }

    @Test
    void whatIsStillFreeIsTakenAgain() {
        long payment = pageFor(2);
        expire();
        assertThat(paid(payment)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(till.number("select count(*) from payment where id = ? and order_id is not null", payment))
                .isEqualTo(1);
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void whatIsGoneIsPaidBackWholeAndTheCustomerIsTold() {
        CheckoutStarted started = till.start(cart, wants(2));
        long payment = till.paymentOf(cart);
        expire();
        till.start(till.cart(), wants(1));
        assertThat(paid(payment)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(payment).refundedCents()).isEqualTo(2400);
        assertThat(till.number("select count(*) from customer_order where token = ?", started.token()))
                .isZero();
        assertThat(till.text(
                        "select recipient from notification where event = 'PAYMENT_RETURNED' and subject_id = ?",
                        payment))
                .isEqualTo("camille@exemple.fr");
        assertThat(taken()).isEqualTo(1);
    }

    /** C11: it is free still, and nobody can fetch yesterday what is paid today. */
    @Test
    void whatWasToBeFetchedMeanwhileIsPaidBack() {
        Instant slot = till.clock.instant().plus(Duration.ofHours(2));
        Line line = till.line(1, oysters, 2, 1200, Till.claim(stock, 2));
        till.start(cart, till.draft(till.part(till.shop.merchantId, till.shop.shopId, slot, 0, line)));
        long payment = till.paymentOf(cart);
        expire();
        till.clock.moveForward(Duration.ofHours(2));
        assertThat(paid(payment)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(payment).refundedCents()).isEqualTo(2400);
        assertThat(taken()).isZero();
    }

    /** The provider falls silent while it gives back: asked again under the same key, even one it forgot, it gives back once. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isPaidBackOnceHoweverOftenItTakes(boolean keyForgotten) {
        long payment = pageFor(2);
        expire();
        till.start(till.cart(), wants(1));
        till.pageOf(payment).end(State.PAID);
        long key = till.number("select count(*) from payment where id = ? and return_key is not null", payment);
        assertThat(key).isZero();
        till.provider.trouble = Trouble.NONE;
        till.transactions.inNew(() -> {
            // The process dies between the decision and the call: the decision is what is kept.
            till.sql.update(
                    "update payment set state = 'AUTHORISED', return_key = gen_random_uuid(), next_check_at = ?"
                            + " where id = ?",
                    till.clock.instant(),
                    payment);
            return "";
        });
        till.provider.trouble = Trouble.SILENT_AFTER;
        till.payments.due(1000).forEach(till.payments::refresh);
        assertThat(stateOf(payment)).isEqualTo("AUTHORISED");
        till.provider.trouble = Trouble.NONE;
        if (keyForgotten) {
            till.provider.forgetsItsKeys();
        }
        till.clock.moveForward(Duration.ofDays(2));
        till.payments.due(1000).forEach(till.payments::refresh);
        assertThat(stateOf(payment)).isEqualTo("VOIDED");
        assertThat(till.pageOf(payment).refundedCents()).isEqualTo(2400);
    }

    /** A refund that is only begun may still fail: nobody is told that the money is back, and it is asked for again. */
    @Test
    void isNotPaidBackBeforeTheMoneyHasMoved() {
        long payment = pageFor(2);
        expire();
        till.start(till.cart(), wants(1));
        till.provider.refundsEnd = new Unknown<>("CREATED");
        assertThat(paid(payment)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(till.payments.refresh(payment)).isEqualTo(PaymentState.AUTHORISED);
        till.provider.refundsEnd = new Success<>(false);
        assertThat(till.payments.refresh(payment)).isEqualTo(PaymentState.AUTHORISED);
        till.provider.refundFails(till.pageOf(payment).id);
        till.provider.refundsEnd = new Success<>(true);
        assertThat(till.payments.refresh(payment)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(payment).refundedCents()).isEqualTo(2400);
    }

    /** The provider gives the same refusal to the same key: once it can be given back, it is asked for under another. */
    @Test
    void isPaidBackThoughItWasRefusedAtFirst() {
        long payment = pageFor(2);
        expire();
        till.start(till.cart(), wants(1));
        till.provider.trouble = Trouble.REFUSES;
        assertThat(paid(payment)).isEqualTo(PaymentState.AUTHORISED);
        till.provider.trouble = Trouble.NONE;
        assertThat(till.payments.refresh(payment)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(payment).refundedCents()).isEqualTo(2400);
    }

    @Test
    void theOldPageOfACartThatWasOrderedMeanwhileIsPaidBack() {
        long old = pageFor(1);
        long newer = pageFor(1);
        paid(newer);
        assertThat(paid(old)).isEqualTo(PaymentState.VOIDED);
        assertThat(taken()).isEqualTo(1);
    }

    /** The old page is paid, and of what it held too little is left: it goes back, and the newer checkout keeps what it holds. */
    @Test
    void whatCannotBeTakenAgainLeavesTheNewerCheckoutAsItWas() {
        long old = pageFor(2);
        long newer = pageFor(1);
        till.start(till.cart(), wants(1));
        assertThat(paid(old)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.number("select count(*) from payment where id = ? and return_key is not null", old))
                .isEqualTo(1);
        assertThat(taken()).isEqualTo(2);
        assertThat(paid(newer)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(till.text("select state from cart where id = ?", cart)).isEqualTo("ORDERED");
        assertThat(taken()).isEqualTo(2);
    }

    /** The customer goes back, presses again, then pays at the first page: the newer checkout makes way for what was paid. */
    @Test
    void theOldPagePaidFirstIsTheOrderAndTheNewerIsPaidBack() {
        long old = pageFor(2);
        long newer = pageFor(2);
        assertThat(paid(old)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(taken()).isEqualTo(2);
        assertThat(paid(newer)).isEqualTo(PaymentState.VOIDED);
        assertThat(taken()).isEqualTo(2);
    }
}
