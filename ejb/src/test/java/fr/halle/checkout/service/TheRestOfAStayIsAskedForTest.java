package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.order.service.BalanceConsequences;
import fr.halle.order.service.BalanceLinks;
import fr.halle.order.service.BalancePayments;
import fr.halle.order.service.BalanceStarted;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.portal.model.Preset;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C07, T01: the link leaves on its date, and however its payment goes, the balance is paid once or not at all. */
class TheRestOfAStayIsAskedForTest {

    private static final LocalDate SENT = LocalDate.of(2027, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2027, 1, 10);

    private final Till till = new Till(Preset.MOUNTAIN);
    private BalanceLinks links;
    private BalancePayments balances;
    private long balance;
    private String token = "";

    @BeforeEach
    void aStayWasOrdered() {
        till.beans.observing(BalanceConsequences.class);
        links = till.beans.get(BalanceLinks.class);
        balances = till.beans.get(BalancePayments.class);
        order(SENT, DUE);
    }

    private void order(LocalDate sendOn, LocalDate dueOn) {
        UUID cart = till.cart();
        long chalet = till.shop.product(ProductKind.LODGING, "Chalet", 100_000, 1000);
        till.start(
                cart,
                till.draft(
                        till.part(till.line(1, chalet, 1, 100_000, 30_000, 0, new Balance(70_000, 0, sendOn, dueOn)))));
        pay(till.paymentOf(cart));
        balance = till.number(
                "select b.id from balance_due b join payment p on p.order_id = b.order_id where p.id = ?",
                till.paymentOf(cart));
        token = till.text("select token from balance_due where id = ?", balance);
    }

    private PaymentState pay(long payment) {
        till.pageOf(payment).end(State.PAID);
        return till.payments.refresh(payment);
    }

    private long newest() {
        return till.number("select max(id) from payment where balance_id = ?", balance);
    }

    private String state() {
        return till.text("select state from balance_due where id = ?", balance);
    }

    private long mails(String event) {
        return till.number("select count(*) from notification where event = ? and subject_id = ?", event, balance);
    }

    /** What the clock's job does. */
    private void run() {
        if (links.due(balance - 1, 1).contains(balance)) {
            TestDatabase.inTransaction(() -> links.advance(balance));
        }
    }

    /** The days on which the clocks change too: a day begins at midnight in Paris, whatever UTC says. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:59, 2027-01-01T00:00, 2027-01-01",
        "2027-03-27T23:59, 2027-03-28T00:00, 2027-03-28",
        "2027-10-30T23:59, 2027-10-31T00:00, 2027-10-31"
    })
    void onItsDateInParisAndNotAMinuteBefore(String before, String then, LocalDate date) {
        order(date, date.plusDays(9));
        till.clock.set(before);
        run();
        assertThat(state()).isEqualTo("SCHEDULED");
        till.clock.set(then);
        run();
        assertThat(state()).isEqualTo("LINK_SENT");
        assertThat(mails("BALANCE_LINK")).isEqualTo(1);
    }

    /** 2:30 in the night of 31 October comes twice; the link is sent in the first and not again in the second. */
    @Test
    void onceInTheHourThatComesTwice() {
        order(LocalDate.of(2027, 10, 31), LocalDate.of(2027, 11, 9));
        till.clock.set("2027-10-31T02:30");
        run();
        till.clock.moveForward(Duration.ofHours(1));
        assertThat(till.clock.inParis().getHour()).isEqualTo(2);
        run();
        assertThat(mails("BALANCE_LINK")).isEqualTo(1);
    }

    @Test
    void onceHoweverManyNodesRunTheJob() throws Exception {
        till.clock.set("2027-01-01T09:00");
        AtOnce.all(6, () -> {
            TestDatabase.inTransaction(() -> links.advance(balance));
            return "";
        });
        assertThat(state()).isEqualTo("LINK_SENT");
        assertThat(mails("BALANCE_LINK")).isEqualTo(1);
    }

    @Test
    void againThreeDaysBeforeItIsDueAndThenItIsOverdueAndMayStillBePaid() {
        till.clock.set("2027-01-01T09:00");
        run();
        till.clock.set("2027-01-06T23:59");
        run();
        assertThat(mails("BALANCE_REMINDER")).isZero();
        till.clock.set("2027-01-07T00:00");
        run();
        run();
        assertThat(mails("BALANCE_REMINDER")).isEqualTo(1);
        till.clock.set("2027-01-10T23:59");
        run();
        assertThat(state()).isEqualTo("REMINDED");
        till.clock.set("2027-01-11T00:00");
        run();
        assertThat(state()).isEqualTo("OVERDUE");
        balances.start(token, Till.BASE);
        pay(newest());
        assertThat(state()).isEqualTo("PAID");
        assertThat(links.due(balance - 1, 1)).doesNotContain(balance);
    }

    /** The return page, the notification and the clock, all at once. */
    @Test
    void isPaidOnceHoweverManyAskTheProvider() throws Exception {
        balances.start(token, Till.BASE);
        till.pageOf(newest()).end(State.PAID);
        assertThat(AtOnce.all(8, () -> till.payments.refresh(newest()))).containsOnly(PaymentState.AUTHORISED);
        assertThat(state()).isEqualTo("PAID");
        assertThat(till.number("select count(*) from payment_share where payment_id = ?", newest()))
                .isEqualTo(1);
        assertThat(mails("BALANCE_PAID")).isEqualTo(1);
        assertThat(till.number("select count(*) from journal_entry where key = ?", "accepted:" + newest()))
                .isEqualTo(1);
    }

    /** Nobody comes back and no notification arrives. */
    @Test
    void isFoundPaidByTheClock() {
        balances.start(token, Till.BASE);
        till.pageOf(newest()).end(State.PAID);
        till.clock.moveForward(Duration.ofMinutes(6));
        assertThat(till.payments.due(10_000)).contains(newest());
        till.payments.refresh(newest());
        assertThat(state()).isEqualTo("PAID");
    }

    @Test
    void mayBePaidOnAnotherPageWhereTheFirstExpiredAndTheFirstIsPaidBackWhole() {
        balances.start(token, Till.BASE);
        long first = newest();
        till.clock.moveForward(Duration.ofMinutes(31));
        assertThat(balances.start(token, Till.BASE).state()).isEqualTo(BalanceStarted.State.REDIRECTED);
        long second = newest();
        assertThat(second).isNotEqualTo(first);
        assertThat(till.text("select state from payment where id = ?", first)).isEqualTo("EXPIRED");
        assertThat(pay(second)).isEqualTo(PaymentState.AUTHORISED);

        assertThat(pay(first)).as("paid all the same, on the old page").isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(first).refundedCents()).isEqualTo(70_000);
        assertThat(till.pageOf(second).refundedCents()).isZero();
        assertThat(till.number(
                        "select count(*) from notification where event = 'PAYMENT_RETURNED' and subject_id = ?", first))
                .isEqualTo(1);
        assertThat(state()).isEqualTo("PAID");
    }

    @Test
    void isOpenAgainWhereTheCustomerLeftThePage() {
        balances.start(token, Till.BASE);
        till.pageOf(newest()).end(State.ABANDONED);
        assertThat(till.payments.refresh(newest())).isEqualTo(PaymentState.ABANDONED);
        assertThat(state()).isEqualTo("SCHEDULED");
        assertThat(balances.byToken(token).isPayable()).isTrue();
        assertThat(balances.byToken(token).paying()).isFalse();
    }
}
