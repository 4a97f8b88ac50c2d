package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.ledger.service.Ledger;
import fr.halle.order.service.BalanceConsequences;
import fr.halle.order.service.BalancePayments;
import fr.halle.order.service.BalanceStarted;
import fr.halle.order.service.BalanceUnknown;
import fr.halle.order.service.MerchantIsTold;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.payment.service.RefundNotices;
import fr.halle.payment.service.RefundSaga;
import fr.halle.payment.service.Refunds;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.testing.AtOnce;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C07, T01: the link is opened twice, in two tabs, again after the payment: charged once. */
class ABalanceIsPaidTest {

    private final Till till = new Till(Preset.MOUNTAIN);
    private final UUID cart = till.cart();
    private BalancePayments balances;
    private String token = "";
    private long balance;
    private String order = "";

    @BeforeEach
    void aStayWasOrdered() {
        till.beans.observing(BalanceConsequences.class, MerchantIsTold.class);
        balances = till.beans.get(BalancePayments.class);
        long chalet = till.shop.product(ProductKind.LODGING, "Chalet", 100000, 1000);
        Balance later = new Balance(70000, 700, LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 1));
        order = till.start(cart, till.draft(till.part(till.line(1, chalet, 1, 100000, 30000, 1000, later))))
                .orderNumber();
        pay(till.paymentOf(cart));
        balance = till.number(
                "select b.id from balance_due b join payment p on p.order_id = b.order_id where p.id = ?",
                till.paymentOf(cart));
        token = till.text("select token from balance_due where id = ?", balance);
    }

    private void pay(long payment) {
        till.pageOf(payment).end(State.PAID);
        till.payments.refresh(payment);
    }

    private long newestPayment() {
        return till.number("select max(id) from payment where balance_id = ?", balance);
    }

    @Test
    void onceWithItsShareItsFeeItsLedgerAndItsMail() {
        BalanceStarted started = balances.start(token, Till.BASE);
        assertThat(started.state()).isEqualTo(BalanceStarted.State.REDIRECTED);
        pay(newestPayment());
        assertThat(till.text("select state from balance_due where id = ?", balance))
                .isEqualTo("PAID");
        assertThat(till.number("select gross_cents from payment_share where payment_id = ?", newestPayment()))
                .isEqualTo(70000);
        assertThat(till.number("select fee_cents from payment_share where payment_id = ?", newestPayment()))
                .isEqualTo(2055);
        assertThat(till.number("select tax_cents from payment_share where payment_id = ?", newestPayment()))
                .isEqualTo(700);
        assertThat(till.beans.get(Ledger.class).proof(order).balances()).isTrue();
        assertThat(till.number(
                        "select count(*) from notification where event = 'BALANCE_PAID' and subject_id = ?", balance))
                .isEqualTo(1);
    }

    /** M51: the merchant too learns of it, at its own address and in its account's language; the customer in the order's. */
    @Test
    void andItsMerchantLearnsOfItInItsOwnLanguage() {
        till.shop.account(till.shop.merchantId, "en");
        balances.start(token, Till.BASE);
        pay(newestPayment());
        till.payments.refresh(newestPayment());
        assertThat(till.sql.list(
                        "select event, recipient, language from notification where subject_id = ? and event like 'BALANCE_%'"
                                + " order by event",
                        row -> row.text("event") + " " + row.text("recipient") + " " + row.text("language"), balance))
                .containsExactly(
                        "BALANCE_PAID " + till.text("select email from customer_order where order_no = ?", number())
                                + " fr",
                        "BALANCE_RECEIVED " + till.text("select email from merchant where id = ?", till.shop.merchantId)
                                + " en");
    }

    private long number() {
        return OrderNumbers.parse(order).orElseThrow().order();
    }

    @Test
    void fromTwoTabsAtTheSamePage() {
        assertThat(Set.copyOf(AtOnce.all(
                        4,
                        () -> Objects.requireNonNull(
                                balances.start(token, Till.BASE).redirectUrl()))))
                .hasSize(1);
        assertThat(till.number("select count(*) from payment where balance_id = ?", balance))
                .isEqualTo(1);
    }

    @Test
    void andSaysSoWhenItIsAskedForAgain() {
        balances.start(token, Till.BASE);
        pay(newestPayment());
        assertThat(balances.start(token, Till.BASE).state()).isEqualTo(BalanceStarted.State.PAID);
        assertThat(till.number("select count(*) from payment where balance_id = ?", balance))
                .isEqualTo(1);
        assertThat(balances.byToken(token).isPayable()).isFalse();
    }

    @Test
    void atASecondPageWhereTheFirstWasRefused() {
        balances.start(token, Till.BASE);
        till.pageOf(newestPayment()).end(State.REFUSED);
        BalanceStarted again = balances.start(token, Till.BASE);
        assertThat(again.state()).isEqualTo(BalanceStarted.State.REDIRECTED);
        pay(newestPayment());
        assertThat(till.text("select state from balance_due where id = ?", balance))
                .isEqualTo("PAID");
    }

    /** Waived while the customer was at the provider's page: what was paid goes back. */
    @Test
    void butNotWhenItWasWaivedMeanwhile() {
        balances.start(token, Till.BASE);
        till.sql.update("update balance_due set state = 'WAIVED' where id = ?", balance);
        till.pageOf(newestPayment()).end(State.PAID);
        assertThat(till.payments.refresh(newestPayment())).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(newestPayment()).refundedCents()).isEqualTo(70000);
        assertThat(letters("PAYMENT_RETURNED", newestPayment())).isEqualTo(1);
        assertThat(balances.start(token, Till.BASE).state()).isEqualTo(BalanceStarted.State.CLOSED);
    }

    /** C15: it was paid, and given back whole before it was collected; that is a refund, and no payment that found nothing to pay. */
    @Test
    void andGivenBackIsToldAsARefundAlone() {
        till.beans.observing(RefundNotices.class);
        balances.start(token, Till.BASE);
        pay(newestPayment());
        long share = till.number("select id from payment_share where payment_id = ?", newestPayment());
        Actor merchant = Actor.merchant(1, "Maud Bréhal", till.shop.merchantId);
        Refunds refunds = till.beans.get(Refunds.class);
        long asked = till.transactions.inNew(() -> refunds.request(share, 70000, "Geste commercial", null, merchant));
        till.beans.get(RefundSaga.class).advance(asked);
        assertThat(till.text("select state from payment where id = ?", newestPayment()))
                .isEqualTo("VOIDED");
        assertThat(till.pageOf(newestPayment()).refundedCents()).isEqualTo(70000);
        long refund = till.number("select id from refund where payment_id = ?", newestPayment());
        assertThat(letters("REFUND_SUCCEEDED", refund)).isEqualTo(1);
        assertThat(letters("PAYMENT_RETURNED", newestPayment())).isZero();
    }

    private long letters(String event, long subject) {
        return till.number("select count(*) from notification where event = ? and subject_id = ?", event, subject);
    }

    @Test
    void byNobodyWithoutItsLink() {
        assertThatThrownBy(() -> balances.start("guessed", Till.BASE)).isInstanceOf(BalanceUnknown.class);
    }
}
