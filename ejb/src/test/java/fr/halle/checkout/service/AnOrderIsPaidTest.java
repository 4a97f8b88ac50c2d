package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C02, C03, C06, M01–M04, K15: from the order button to the rows of the order. */
class AnOrderIsPaidTest {

    private final Till till = new Till(Preset.TOWN_ORDERS);
    private final long oysters = till.shop.product(ProductKind.GOODS, "Huîtres", 1200, 550);
    private final long stock = till.shop.stock(oysters, 10);
    private final long baker = till.shop.merchant("Boulangerie Petit");
    private final long bakery = till.shop.shop(baker, "Boulangerie Petit");
    private final long bread = till.shop.product(bakery, ProductKind.GOODS, "Pain", 10200, 550);
    private final UUID cart = till.cart();

    @AfterEach
    void noInstantPayments() {
        System.clearProperty("halle.payment.instant");
    }

    private OrderDraft twoMerchants() {
        return till.draft(
                till.part(till.line(1, oysters, 1, 1200, Till.claim(stock, 1))),
                till.part(baker, bakery, null, 0, till.line(2, bread, 1, 10200)));
    }

    @Test
    void becomesOneOrderWithOnePartPerMerchantAndOneMailPerPrestation() {
        CheckoutStarted started = till.start(cart, twoMerchants());
        assertThat(started.state()).isEqualTo(CheckoutStarted.State.REDIRECTED);
        assertThat(started.redirectUrl()).startsWith("https://provider.test/");
        assertThat(started.orderNumber()).startsWith("EP-");
        long payment = till.paymentOf(cart);
        till.pageOf(payment).end(State.PAID);
        assertThat(till.payments.refresh(payment)).isEqualTo(PaymentState.AUTHORISED);

        long order = till.number("select order_id from payment where id = ?", payment);
        assertThat(till.sql.list(
                        "select number, state from merchant_order where order_id = ? order by position",
                        row -> row.text("number") + " " + row.text("state"),
                        order))
                .containsExactly(started.orderNumber() + "-001 RECORDED", started.orderNumber() + "-002 RECORDED");
        assertThat(till.number(
                        "select count(*) from notification where order_id = ? and event = 'ORDER_LINE_CONFIRMED'",
                        order))
                .isEqualTo(2);
        assertThat(till.number("select count(*) from notification where order_id = ? and event = 'NEW_ORDER'", order))
                .isEqualTo(2);
        assertThat(till.text("select state from cart where id = ?", cart)).isEqualTo("ORDERED");
        assertThat(till.number("select taken from capacity where id = ?", stock))
                .isEqualTo(1);
    }

    /** C02: with a payment that is accepted at once, too, nothing is written before everything is had. */
    @Test
    void atOnceOfWhatIsGoneLeavesNothing() {
        System.setProperty("halle.payment.instant", "true");
        OrderDraft tooMany = till.draft(till.part(till.line(1, oysters, 11, 1200, Till.claim(stock, 11))));
        assertThatThrownBy(() -> atOnce(tooMany)).isInstanceOf(CapacityShort.class);
        OrderDraft free = till.draft(till.part(till.line(1, oysters, 11, 0, Till.claim(stock, 11))));
        assertThatThrownBy(() -> atOnce(free)).isInstanceOf(CapacityShort.class);
        assertThat(till.number("select count(*) from checkout where cart_id = ?", cart))
                .isZero();
        assertThat(till.number("select count(*) from customer_order where portal_id = ?", till.shop.portalId))
                .isZero();
        assertThat(till.number("select count(*) from payment where portal_id = ?", till.shop.portalId))
                .isZero();
        assertThat(till.number("select count(*) from notification where portal_id = ?", till.shop.portalId))
                .isZero();
        assertThat(till.text("select state from cart where id = ?", cart)).isEqualTo("OPEN");
        assertThat(atOnce(twoMerchants()).state()).isEqualTo(CheckoutStarted.State.PLACED);
        assertThat(till.number("select taken from capacity where id = ?", stock))
                .isEqualTo(1);
        assertThat(till.number(
                        "select count(*) from payment where portal_id = ? and state = 'AUTHORISED' and order_id is not null",
                        till.shop.portalId))
                .isEqualTo(1);
    }

    private CheckoutStarted atOnce(OrderDraft draft) {
        return till.checkouts.start(cart, UUID.randomUUID().toString(), draft, Till.BASE, PaymentMethod.INSTANT);
    }

    /** M63, K5: 12,00 and 102,00 cost 0,60 and 3,21, as design.md has it. */
    @Test
    void sharesTheMoneyToTheCentAndTheLedgerProvesIt() {
        CheckoutStarted started = till.start(cart, twoMerchants());
        pay();
        assertThat(till.sql.list(
                        "select gross_cents, fee_cents from payment_share where payment_id = ? order by gross_cents",
                        row -> row.number("gross_cents") + "-" + row.number("fee_cents"),
                        till.paymentOf(cart)))
                .containsExactly("1200-60", "10200-321");
        Ledger ledger = till.beans.get(Ledger.class);
        assertThat(ledger.proof(started.orderNumber()).balances()).isTrue();
        assertThat(ledger.proof(started.orderNumber()).debitCents()).isEqualTo(11400 + 381);
        assertThat(ledger.ofSubject(started.orderNumber())).hasSize(2);
    }

    @Test
    void isPlacedOnceHoweverOftenTheProviderIsAsked() {
        till.start(cart, twoMerchants());
        long payment = till.paymentOf(cart);
        till.pageOf(payment).end(State.PAID);
        for (int i = 0; i < 3; i++) {
            till.payments.refresh(payment);
        }
        assertThat(till.number(
                        "select count(*) from customer_order o join checkout k on k.id = o.checkout_id"
                                + " where k.cart_id = ?",
                        cart))
                .isEqualTo(1);
    }

    /** C07: the deposit now, the balance later, tourist tax apart. */
    @Test
    void schedulesTheBalanceOfAStay() {
        Balance balance = new Balance(70000, 700, LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 1));
        CheckoutStarted started =
                till.start(cart, till.draft(till.part(till.line(1, oysters, 1, 100000, 30000, 1000, balance))));
        pay();
        assertThat(till.number(
                        "select amount_cents from balance_due b join customer_order o on o.id = b.order_id where o.token = ?",
                        started.token()))
                .isEqualTo(70000);
        assertThat(till.number("select tax_cents from payment_share where payment_id = ?", till.paymentOf(cart)))
                .isEqualTo(300);
        assertThat(till.beans.get(Ledger.class).proof(started.orderNumber()).balances())
                .isTrue();
    }

    /** K2: ten business days after the order, where the portal's rule counts from the payment. */
    @Test
    void knowsItsReleaseDateWhereTheRuleCountsFromThePayment() {
        till.start(cart, twoMerchants());
        pay();
        assertThat(till.number(
                        "select count(*) from merchant_order m join payment p on p.order_id = m.order_id"
                                + " where p.id = ? and m.release_at = '2026-12-04T00:00+01:00'",
                        till.paymentOf(cart)))
                .isEqualTo(2);
    }

    /** M24: an order of nothing is an order, without a provider. */
    @Test
    void ofNothingIsAnOrderAtOnce() {
        CheckoutStarted started =
                till.start(cart, till.draft(till.part(till.line(1, oysters, 1, 0, Till.claim(stock, 1)))));
        assertThat(started.state()).isEqualTo(CheckoutStarted.State.PLACED);
        assertThat(till.provider.calls).hasValue(0);
        assertThat(till.text("select state from payment where id = ?", till.paymentOf(cart)))
                .isEqualTo("CAPTURED");
    }

    @Test
    void byTheInstantMethodIsAnOrderWithoutACallWhereItIsAllowed() {
        assertThatThrownBy(() -> instant()).isInstanceOf(MethodRefused.class);
        System.setProperty("halle.payment.instant", "true");
        CheckoutStarted started = instant();
        assertThat(started.state()).isEqualTo(CheckoutStarted.State.PLACED);
        assertThat(till.provider.calls).hasValue(0);
        assertThat(till.text("select state from payment where id = ?", till.paymentOf(cart)))
                .isEqualTo("AUTHORISED");
    }

    private CheckoutStarted instant() {
        return till.checkouts.start(cart, "key-1", twoMerchants(), Till.BASE, PaymentMethod.INSTANT);
    }

    /** M04, K13: an SMS where a mobile is there and wanted. */
    @Test
    void reachesAMerchantByTextMessageWhoAskedForIt() {
        till.sql.update("update merchant set mobile = '0612345678', sms_opt_in = true where id = ?", baker);
        till.sql.update("update merchant set mobile = '0612345678' where id = ?", till.shop.merchantId);
        till.start(cart, twoMerchants());
        pay();
        assertThat(till.sql.list(
                        "select merchant_id from notification where channel = 'SMS' and order_id ="
                                + " (select order_id from payment where id = ?)",
                        row -> row.number("merchant_id"),
                        till.paymentOf(cart)))
                .containsExactly(baker);
    }

    /** K11: three prestations of two merchants are three mails, two or one, as the portal has it. */
    @ParameterizedTest
    @CsvSource({"PER_PRESTATION, 3, 3", "PER_MERCHANT, 2, 0", "GROUPED, 1, 0"})
    void isConfirmedByAsManyMailsAsThePortalHasIt(String mode, int mails, int aboutLines) {
        till.start(
                cart,
                till.draft(
                        Map.of("mail.confirmation", mode),
                        till.part(till.line(1, oysters, 1, 1200), till.line(2, oysters, 2, 1200)),
                        till.part(baker, bakery, null, 0, till.line(3, bread, 1, 10200))));
        pay();
        assertThat(till.sql.list(
                        "select recipient, line_id from notification where event = 'ORDER_LINE_CONFIRMED' and order_id ="
                                + " (select order_id from payment where id = ?)",
                        row -> row.text("recipient") + (row.numberOrNull("line_id") == null ? "" : " of a line"),
                        till.paymentOf(cart)))
                .hasSize(mails)
                .allMatch(mail -> mail.startsWith("camille@exemple.fr"))
                .filteredOn(mail -> mail.endsWith("of a line"))
                .hasSize(aboutLines);
    }

    /** M01, M03, M05: each merchant at the address it registered with, in its account's language; the customer in the order's. */
    @Test
    void isToldToEachInTheLanguageThatIsItsOwn() {
        till.shop.account(baker, "en");
        till.start(cart, twoMerchants());
        pay();
        assertThat(till.sql.list(
                        "select distinct recipient, language from notification where order_id ="
                                + " (select order_id from payment where id = ?)",
                        row -> row.text("recipient") + " " + row.text("language"),
                        till.paymentOf(cart)))
                .containsExactlyInAnyOrder(
                        "camille@exemple.fr fr",
                        "m" + till.shop.merchantId + "@exemple.fr fr",
                        "m" + baker + "@exemple.fr en");
    }

    /** K29: 99,00 for lines of 114,00 is no order. */
    @Test
    void isRefusedWhenItsTotalIsNotTheSumOfItsLines() {
        OrderDraft wrong = till.draft(till.part(till.line(1, oysters, 1, 11400, 9900, 0, null)));
        assertThatThrownBy(() -> till.start(cart, wrong)).isInstanceOf(DraftOutOfBalance.class);
        assertThat(till.number("select count(*) from checkout where cart_id = ?", cart))
                .isZero();
    }

    @Test
    void keepsEveryMoveOfItsPayment() {
        till.start(cart, twoMerchants());
        pay();
        assertThat(till.sql.list(
                        "select transition, actor_kind from payment_move where payment_id = ? order by id",
                        row -> row.text("transition") + " " + row.constant("actor_kind", Actor.Kind.class),
                        till.paymentOf(cart)))
                .containsExactly("REDIRECT SYSTEM", "AUTHORISE PROVIDER");
    }

    private void pay() {
        long payment = till.paymentOf(cart);
        till.pageOf(payment).end(State.PAID);
        till.payments.refresh(payment);
    }
}
