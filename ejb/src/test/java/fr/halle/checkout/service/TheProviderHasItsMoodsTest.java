package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.NoticeHandler;
import fr.halle.payment.service.Notices;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestProvider.Trouble;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Refused, abandoned, silent before and after, notifications doubled, reordered or forged: all end in the right state. */
class TheProviderHasItsMoodsTest {

    private final Till till = new Till(Preset.MOUNTAIN);
    private final long pass = till.shop.product(ProductKind.GOODS, "Forfait", 4500, 1000);
    private final long stock = till.shop.stock(pass, 1);
    private final UUID cart = till.cart();

    private CheckoutStarted start() {
        return till.start(cart, "one-key", till.draft(till.part(till.line(1, pass, 1, 4500, Till.claim(stock, 1)))));
    }

    private String state() {
        return till.text("select state from payment where id = ?", till.paymentOf(cart));
    }

    private long taken() {
        return till.number("select taken from capacity where id = ?", stock);
    }

    @Test
    void refusedAtOnceLeavesNothingHeld() {
        till.provider.trouble = Trouble.REFUSES;
        assertThat(start().state()).isEqualTo(CheckoutStarted.State.FAILED);
        assertThat(state()).isEqualTo("REFUSED");
        assertThat(taken()).isZero();
    }

    @Test
    void refusedByTheBankLeavesTheCartOpen() {
        start();
        till.pageOf(till.paymentOf(cart)).end(State.REFUSED);
        assertThat(till.payments.refresh(till.paymentOf(cart))).isEqualTo(PaymentState.REFUSED);
        assertThat(taken()).isZero();
        assertThat(till.text("select state from cart where id = ?", cart)).isEqualTo("OPEN");
        assertThat(till.text("select result_code from payment where id = ?", till.paymentOf(cart)))
                .isEqualTo("code");
    }

    @Test
    void abandonedGivesBackWhatWasHeld() {
        start();
        till.pageOf(till.paymentOf(cart)).end(State.ABANDONED);
        assertThat(till.payments.refresh(till.paymentOf(cart))).isEqualTo(PaymentState.ABANDONED);
        assertThat(taken()).isZero();
    }

    /** A time-out is UNKNOWN, never failed: everything stays held, and the same key finds the page that was made. */
    @Test
    void silentAfterItMadeThePageItIsAskedAgainUnderTheSameKey() {
        till.provider.trouble = Trouble.SILENT_AFTER;
        assertThat(start().state()).isEqualTo(CheckoutStarted.State.UNKNOWN);
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(taken()).isEqualTo(1);
        assertThat(till.payments.due(10_000)).doesNotContain(till.paymentOf(cart));
        till.clock.moveForward(Duration.ofMinutes(5));
        till.provider.trouble = Trouble.NONE;
        assertThat(till.payments.due(10_000)).contains(till.paymentOf(cart));
        assertThat(start().redirectUrl()).isNotNull();
        assertThat(till.provider.all()).hasSize(1);
        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        assertThat(till.payments.refresh(till.paymentOf(cart))).isEqualTo(PaymentState.AUTHORISED);
    }

    /** What is held waits for a provider that does not answer, and then no longer. */
    @Test
    void silentForHoursLetsGoOfWhatIsHeld() {
        start();
        till.provider.trouble = Trouble.SILENT_BEFORE;
        till.clock.moveForward(Duration.ofMinutes(25));
        till.expire();
        assertThat(state()).isEqualTo("UNKNOWN");
        assertThat(taken()).isEqualTo(1);
        till.clock.moveForward(Duration.ofHours(1));
        till.expire();
        assertThat(state()).isEqualTo("EXPIRED");
        assertThat(taken()).isZero();
        till.provider.trouble = Trouble.NONE;
        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        till.clock.moveForward(Duration.ofHours(1));
        till.payments.due(10_000).forEach(till.payments::refresh);
        assertThat(till.number(
                        "select count(*) from payment where id = ? and order_id is not null", till.paymentOf(cart)))
                .isEqualTo(1);
    }

    @Test
    void anotherAmountThanOursIsNeverAccepted() {
        start();
        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        till.sql.update("update payment set amount_cents = amount_cents + 1 where id = ?", till.paymentOf(cart));
        assertThat(till.payments.refresh(till.paymentOf(cart))).isEqualTo(PaymentState.UNKNOWN);
        assertThat(till.number(
                        "select count(*) from customer_order o join checkout k on k.id = o.checkout_id"
                                + " where k.cart_id = ?",
                        cart))
                .isZero();
    }

    @Test
    void itsNotificationsOnlyMakeUsAsk() {
        start();
        String id = till.pageOf(till.paymentOf(cart)).id;
        Notices notices = till.beans.get(Notices.class);
        NoticeHandler handler = till.beans.get(NoticeHandler.class);
        handler.handle(notices.received("PAYIN_NORMAL_SUCCEEDED", id));
        assertThat(state()).as("a forged success").isEqualTo("REDIRECTED");
        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        handler.handle(notices.received("PAYIN_NORMAL_FAILED", id));
        handler.handle(notices.received("PAYIN_NORMAL_SUCCEEDED", id));
        handler.handle(notices.received("PAYIN_NORMAL_SUCCEEDED", id));
        handler.handle(notices.received("PAYIN_NORMAL_SUCCEEDED", "nobody-s"));
        assertThat(state()).isEqualTo("AUTHORISED");
        assertThat(till.number(
                        "select times from provider_notice where event_type = 'PAYIN_NORMAL_SUCCEEDED' and resource_id = ?",
                        id))
                .isEqualTo(3);
        assertThat(Notices.isPlausible("PAYIN_NORMAL_SUCCEEDED", "1' or '1'='1"))
                .isFalse();
    }

    /** Received, and then the process died. */
    @Test
    void aNotificationThatNobodyHandledIsHandledByTheClock() {
        start();
        String id = till.pageOf(till.paymentOf(cart)).id;
        till.pageOf(till.paymentOf(cart)).end(State.PAID);
        Notices notices = till.beans.get(Notices.class);
        Notices.Notice notice = notices.received("PAYIN_NORMAL_SUCCEEDED", id);
        assertThat(notices.forgotten(notice.id() - 1, 1)).isEmpty();
        till.clock.moveForward(Duration.ofMinutes(2));
        assertThat(notices.forgotten(notice.id() - 1, 1)).containsExactly(notice.id());
        till.beans.get(NoticeHandler.class).handleForgotten(notice.id());
        assertThat(notices.forgotten(notice.id() - 1, 1)).doesNotContain(notice.id());
        assertThat(state()).isEqualTo("AUTHORISED");
    }
}
