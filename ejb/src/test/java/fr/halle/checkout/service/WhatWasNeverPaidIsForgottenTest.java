package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.shared.service.Json;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestProvider.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** GDPR art. 5 (1) e: what was typed at the till goes a month after it is clear that it was never paid; what was paid stays. */
class WhatWasNeverPaidIsForgottenTest {

    private static final Duration MONTH = Duration.ofDays(31);

    private final Till till = new Till(Preset.TOWN_PICKUP);
    private final UnpaidNames names = till.beans.get(UnpaidNames.class);
    private final long oysters = till.shop.product(ProductKind.GOODS, "Huîtres", 1200, 550);
    private final long stock = till.shop.stock(oysters, 2);
    private final UUID cart = till.cart();

    /** Two dozen, delivered to a door, for Léa. */
    private OrderDraft wants() {
        Line line = Json.read(
                Json.write(till.line(1, oysters, 2, 1200, Till.claim(stock, 2)))
                        .replace("\"detail\":{}", "\"detail\":{\"for\":\"Léa Martin\"}"),
                Line.class);
        Part part = Json.read(
                Json.write(till.part(line)).replace("\"street\":null", "\"street\":\"9 quai de la Lune\""), Part.class);
        OrderDraft draft = till.draft(part);
        OrderDraft.Terms terms =
                new OrderDraft.Terms(till.shop.merchantId, terms(), "abc", till.clock.instant(), "192.0.2.7");
        return new OrderDraft(draft.customer(), "fr", draft.parts(), List.of(terms), draft.settings(), null);
    }

    private long terms() {
        long version = TestIds.id();
        till.sql.update(
                "insert into terms_version (id, portal_id, merchant_id, language, version, body, sha256, published_at)"
                        + " values (?, ?, ?, 'fr', ?, 'Conditions', 'abc', ?)",
                version,
                till.shop.portalId,
                till.shop.merchantId,
                (int) (version % 1_000_000),
                till.clock.instant());
        return version;
    }

    /** @return the checkout, whose customer is at the bank's page */
    private long atTheBank() {
        till.start(cart, wants());
        return till.number("select max(id) from checkout where cart_id = ?", cart);
    }

    private PaymentState ends(State how) {
        long payment = till.paymentOf(cart);
        till.pageOf(payment).end(how);
        return till.payments.refresh(payment);
    }

    /** Nobody pays, nobody says so, and the provider is asked until it is enough. */
    private void isGivenUp() {
        for (int day = 0; day < 12; day++) {
            till.clock.moveForward(day == 0 ? Duration.ofHours(2) : Duration.ofDays(1));
            till.payments.refresh(till.paymentOf(cart));
        }
    }

    private boolean isDue(long checkout) {
        return names.due(checkout - 1, 1).contains(checkout);
    }

    private void forget(long checkout) {
        TestDatabase.inTransaction(() -> names.forget(List.of(checkout)));
    }

    private String all(long checkout) {
        return till.text("select k::text as it from checkout k where id = ?", checkout);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"REFUSED", "ABANDONED", "OPEN"})
    void whichIsWhatWasTypedAndNothingOfTheMoney(State how) {
        long checkout = atTheBank();
        if (how == State.REFUSED) {
            ends(how);
        } else {
            ends(how);
            isGivenUp();
        }
        String money = till.text("select p::text as it from payment p where p.id = ?", till.paymentOf(cart));
        till.clock.moveForward(MONTH);
        assertThat(isDue(checkout)).isTrue();
        OrderDraft before = Json.read(till.text("select draft from checkout where id = ?", checkout), OrderDraft.class);
        forget(checkout);
        assertThat(all(checkout))
                .doesNotContain("Camille", "Martin", "exemple.fr", "0601020304", "Lune", "Léa", "192.0.2.7");
        OrderDraft after = Json.read(till.text("select draft from checkout where id = ?", checkout), OrderDraft.class);
        assertThat(after.customer()).isEqualTo(Customer.NOBODY);
        assertThat(after.totalCents()).isEqualTo(before.totalCents()).isEqualTo(2400);
        assertThat(after.parts().get(0).lines().get(0))
                .usingRecursiveComparison()
                .ignoringFields("detail")
                .isEqualTo(before.parts().get(0).lines().get(0));
        assertThat(after.settings()).isEqualTo(before.settings());
        assertThat(after.terms()).extracting(OrderDraft.Terms::sha256).containsExactly("abc");
        assertThat(till.number(
                        "select count(*) from checkout where id = ? and order_no > 0 and total_cents = 2400", checkout))
                .isEqualTo(1);
        assertThat(till.text("select p::text as it from payment p where p.id = ?", till.paymentOf(cart)))
                .isEqualTo(money);
        assertThat(isDue(checkout)).as("once").isFalse();
    }

    @Test
    void notWithinTheMonth() {
        long checkout = atTheBank();
        ends(State.REFUSED);
        till.clock.moveForward(Duration.ofDays(30));
        stays(checkout);
    }

    @Test
    void notWhatWasPaid() {
        long checkout = atTheBank();
        assertThat(ends(State.PAID)).isEqualTo(PaymentState.AUTHORISED);
        till.clock.moveForward(MONTH);
        stays(checkout);
    }

    /** Its money was taken and given back: that may be contested for thirteen months. */
    @Test
    void onlyAfterAYearWhatWasPaidTooLateAndGivenBack() {
        long checkout = atTheBank();
        till.clock.moveForward(Duration.ofMinutes(21));
        till.expire();
        till.start(till.cart(), till.draft(till.part(till.line(1, oysters, 1, 1200, Till.claim(stock, 1)))));
        assertThat(ends(State.PAID)).isEqualTo(PaymentState.VOIDED);
        till.clock.moveForward(Duration.ofDays(13 * 31));
        stays(checkout);
        till.clock.moveForward(MONTH);
        forget(checkout);
        assertThat(all(checkout)).doesNotContain("Camille", "exemple.fr");
    }

    /** The provider holds another amount: whose it is must be known until it is settled, and while that may be contested. */
    @Test
    void notOfWhomAnotherAmountWasTaken() {
        long checkout = atTheBank();
        ends(State.OPEN);
        isGivenUp();
        till.clock.moveForward(MONTH);
        long trouble = TestIds.id();
        till.sql.update(
                "insert into order_trouble (id, cause, subject_id, portal_id, since, last_at, times)"
                        + " values (?, 'PAYMENT_AMOUNT', ?, ?, now(), now(), 1)",
                trouble,
                till.paymentOf(cart),
                till.shop.portalId);
        stays(checkout);
        till.clock.moveForward(Duration.ofDays(450));
        stays(checkout);
        till.sql.update("update order_trouble set solved_at = now(), solution = 'SETTLED' where id = ?", trouble);
        assertThat(isDue(checkout)).isTrue();
        till.clock.moveForward(Duration.ofDays(-450));
        stays(checkout);
    }

    @Test
    void notWhileItsPaymentIsUnknown() {
        till.provider.trouble = Trouble.SILENT_AFTER;
        long checkout = atTheBank();
        assertThat(till.text("select state from payment where id = ?", till.paymentOf(cart)))
                .isEqualTo("UNKNOWN");
        till.start(cart, wants());
        assertThat(till.text("select state from checkout where id = ?", checkout))
                .as("overtaken by another press")
                .isEqualTo("FAILED");
        till.clock.moveForward(MONTH);
        stays(checkout);
    }

    /** The provider is still asked about it. */
    @Test
    void notWhileItMayTurnOutPaid() {
        long checkout = atTheBank();
        till.clock.moveForward(Duration.ofHours(2));
        till.expire();
        till.clock.moveForward(MONTH);
        stays(checkout);
    }

    private void stays(long checkout) {
        String before = all(checkout);
        assertThat(isDue(checkout)).isFalse();
        forget(checkout);
        assertThat(all(checkout)).isEqualTo(before).contains("Camille", "Lune", "Léa", "192.0.2.7");
    }

    /** Nobody was shown a page: there is nothing to ask the provider about for ever. */
    @Test
    void ofAPageThatWasNeverShown() {
        till.provider.trouble = Trouble.SILENT_BEFORE;
        long checkout = atTheBank();
        till.clock.moveForward(Duration.ofHours(2));
        till.expire();
        till.clock.moveForward(MONTH);
        till.payments.refresh(till.paymentOf(cart));
        assertThat(isDue(checkout)).isTrue();
        assertThat(till.payments.due(10_000)).doesNotContain(till.paymentOf(cart));
    }

    /** The page that we had forgotten is paid after all: nobody is ordering, so it goes back whole, and there is nobody to tell. */
    @Test
    void andGoesBackWholeIfItIsPaidAfterAll() {
        long checkout = atTheBank();
        isGivenUp();
        till.clock.moveForward(MONTH);
        forget(checkout);
        assertThat(ends(State.PAID)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(till.paymentOf(cart)).refundedCents()).isEqualTo(2400);
        assertThat(till.number("select count(*) from customer_order where checkout_id = ?", checkout))
                .isZero();
        assertThat(till.number("select count(*) from notification where subject_id = ?", till.paymentOf(cart)))
                .isZero();
        assertThat(till.number("select taken from capacity where id = ?", stock))
                .isZero();
    }

    @Test
    void andIsNotOfferedAtTheTillAgain() {
        long checkout = atTheBank();
        ends(State.REFUSED);
        Ordering ordering = new TestTill().ordering();
        assertThat(ordering.lastTyped(till.shop.portalId, cart)).isPresent();
        till.clock.moveForward(MONTH);
        forget(checkout);
        assertThat(ordering.lastTyped(till.shop.portalId, cart)).isEmpty();
        assertThat(till.start(cart, wants()).state())
                .as("the basket itself can still be ordered")
                .isEqualTo(CheckoutStarted.State.REDIRECTED);
    }

    /** Its payment is being looked at: the job does not wait, and comes again the next night. */
    @Test
    void notWhileSomebodyHoldsIt() {
        long checkout = atTheBank();
        ends(State.REFUSED);
        till.clock.moveForward(MONTH);
        TestDatabase.inTransaction(() -> {
            till.number("select id from payment where id = ? for no key update", till.paymentOf(cart));
            AtOnce.all(1, () -> {
                forget(checkout);
                return "";
            });
        });
        assertThat(isDue(checkout)).isTrue();
    }

    /** The one that was paid meanwhile has an order with a name, the other none: never an order for nobody. */
    @Test
    void neverTornBetweenBothWhereItIsPaidAtThatMoment() {
        for (int i = 0; i < 20; i++) {
            UUID one = till.cart();
            Part part = till.part(till.line(1, oysters, 1, 1200, Till.claim(stock, 1)));
            till.start(one, till.draft(Map.of(), part));
            long payment = till.paymentOf(one);
            till.clock.moveForward(Duration.ofHours(2));
            till.payments.refresh(payment);
            till.sql.update("update payment set next_check_at = null where id = ?", payment);
            till.clock.moveForward(MONTH);
            till.sql.update("update capacity set taken = 0, total = 2 where id = ?", stock);
            long checkout = till.number("select checkout_id from payment where id = ?", payment);
            till.sql.update(
                    "update checkout set draft = jsonb_set(draft, '{parts,0,serviceDate}', to_jsonb(current_date + 4000)) where id = ?",
                    checkout);
            till.pageOf(payment).end(State.PAID);
            List<Object> ends = AtOnce.all(List.of(
                    () -> {
                        forget(checkout);
                        return "";
                    },
                    () -> till.payments.refresh(payment)));
            boolean ordered = ends.get(1) == PaymentState.AUTHORISED;
            assertThat(till.number(
                            "select count(*) from customer_order where checkout_id = ? and last_name = 'Martin'",
                            checkout))
                    .isEqualTo(ordered ? 1 : 0);
            assertThat(till.number("select count(*) from checkout where id = ? and forgotten_at is null", checkout))
                    .isEqualTo(ordered ? 1 : 0);
        }
    }
}
