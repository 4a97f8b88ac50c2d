package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.ledger.service.Ledger;
import fr.halle.operation.service.Check;
import fr.halle.operation.service.Invariants;
import fr.halle.order.model.Why;
import fr.halle.order.service.BalanceConsequences;
import fr.halle.order.service.BalanceLinks;
import fr.halle.order.service.BalanceOffer;
import fr.halle.order.service.BalancePayments;
import fr.halle.order.service.BalanceStarted;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.MerchantIsTold;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.payment.service.RefundNotices;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** C07, T01, C26: an order of two merchants and three lines, a deposit now, the rest with one link and one payment. */
class SeveralBalancesArePaidAtOnceTest {

    private static final LocalDate SENT = LocalDate.of(2027, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2027, 1, 10);
    private static final long ALL = 70_000 + 31_538 + 14_023;

    private final Till till = new Till(Preset.MOUNTAIN);
    private final long school = till.shop.merchant("École de glisse");
    private final Actor lodger = Actor.merchant(TestIds.id(), "Maud Bréhal", till.shop.merchantId);
    private final Actor teacher = Actor.merchant(TestIds.id(), "Paul Rey", school);
    private final BalanceLinks links = till.beans.get(BalanceLinks.class);
    private final BalancePayments balances = till.beans.get(BalancePayments.class);
    private String number = "";
    private long order;
    private long bill;
    private String token = "";

    @BeforeEach
    void threeLinesWereOrdered() {
        till.beans.observing(BalanceConsequences.class, MerchantIsTold.class, RefundNotices.class);
        order(SENT, DUE, SENT, DUE);
    }

    private void order(LocalDate sendOn, LocalDate dueOn, LocalDate lessonSendOn, LocalDate lessonDueOn) {
        UUID cart = till.cart();
        long chalet = till.shop.product(ProductKind.LODGING, "Chalet", 100_001, 1000);
        long studio = till.shop.product(ProductKind.LODGING, "Studio", 45_055, 1000);
        long slope = till.shop.shop(school, "École de glisse");
        long lesson = till.shop.product(slope, ProductKind.GOODS, "Cours", 20_033, 2000);
        OrderDraft draft = till.draft(
                till.part(
                        till.line(1, chalet, 1, 100_001, 30_001, 1_000, new Balance(70_000, 700, sendOn, dueOn)),
                        till.line(2, studio, 1, 45_055, 13_517, 500, new Balance(31_538, 350, sendOn, dueOn))),
                till.part(
                        school,
                        slope,
                        null,
                        0,
                        till.line(3, lesson, 1, 20_033, 6_010, 0, new Balance(14_023, 0, lessonSendOn, lessonDueOn))));
        number = till.start(cart, draft).orderNumber();
        pay(till.paymentOf(cart));
        order = till.number("select order_id from payment where id = ?", till.paymentOf(cart));
        bill = till.number("select min(bill_id) from balance_due where order_id = ?", order);
        token = till.text("select token from balance_due where id = ?", bill);
    }

    private PaymentState pay(long payment) {
        till.pageOf(payment).end(State.PAID);
        return till.payments.refresh(payment);
    }

    private long newest() {
        return till.number("select max(id) from payment where order_id = ? and purpose = 'BALANCE'", order);
    }

    private long part(int position) {
        return till.number("select id from merchant_order where order_id = ? and position = ?", order, position);
    }

    private long line(int no) {
        return till.number(
                "select l.id from order_line l join merchant_order m on m.id = l.merchant_order_id where m.order_id = ?"
                        + " and l.line_no = ?",
                order,
                no);
    }

    private List<String> states() {
        return texts("select state as it from balance_due where order_id = ? order by id", order);
    }

    private List<String> texts(String statement, Object... values) {
        return till.sql.list(statement, row -> row.text("it"), values);
    }

    private List<String> shares() {
        return texts(
                "select m.position || ' ' || s.gross_cents || ' ' || s.fee_cents || ' ' || s.tax_cents as it from payment_share s"
                        + " join merchant_order m on m.id = s.merchant_order_id where s.payment_id = ? order by m.position",
                newest());
    }

    private List<String> told(String event) {
        return texts(
                "select coalesce(m.position::text, 'order') || ' ' || n.recipient as it from notification n"
                        + " left join merchant_order m on m.id = n.merchant_order_id where n.order_id = ? and n.event = ? order by 1",
                order,
                event);
    }

    private String addressOf(long merchant) {
        return till.text("select email from merchant where id = ?", merchant);
    }

    private void cancelLine(int no, int position, Actor actor) {
        Cancellation cancellation = till.beans.get(Cancellation.class);
        int version = (int) till.number("select version from merchant_order where id = ?", part(position));
        till.transactions.inNew(
                () -> cancellation.cancelLines(part(position), version, Set.of(line(no)), Why.said("fermé"), actor));
    }

    private void cancelPart(int position, Actor actor) {
        Cancellation cancellation = till.beans.get(Cancellation.class);
        int version = (int) till.number("select version from merchant_order where id = ?", part(position));
        till.transactions.inNew(() -> {
            cancellation.cancel(part(position), version, "fermé", actor);
            return "";
        });
    }

    private void run() {
        if (links.due(bill - 1, 1).contains(bill)) {
            till.transactions.inNew(() -> {
                links.advance(bill);
                return "";
            });
        }
    }

    private void theAccountsAreRight() {
        assertThat(till.beans.get(Ledger.class).proof(number).balances()).isTrue();
        assertThat(till.beans.get(Invariants.class).prove(till.shop.portalId).checks())
                .filteredOn(check -> !check.isOk())
                .extracting(Check::key)
                .isEmpty();
    }

    @Test
    void withOneLinkAndOneReminderAndThenTheyAreOverdue() {
        till.clock.set("2027-01-01T09:00");
        run();
        run();
        assertThat(states()).containsOnly("LINK_SENT");
        assertThat(told("BALANCE_LINK")).containsExactly("order camille@exemple.fr");
        till.clock.set("2027-01-07T09:00");
        run();
        run();
        assertThat(told("BALANCE_REMINDER")).containsExactly("order camille@exemple.fr");
        till.clock.set("2027-01-11T09:00");
        run();
        run();
        assertThat(states()).containsOnly("OVERDUE");
        assertThat(told("BALANCE_MISSED"))
                .as("each merchant of its own part, once")
                .containsExactlyInAnyOrder("1 " + addressOf(till.shop.merchantId), "2 " + addressOf(school));
        balances.start(token, Till.BASE);
        assertThat(pay(newest())).isEqualTo(PaymentState.AUTHORISED);
        assertThat(states()).containsOnly("PAID");
        assertThat(links.due(bill - 1, 1)).doesNotContain(bill);
    }

    @Test
    void toTheCentAndEachMerchantItsShare() {
        BalanceOffer offer = balances.byToken(token);
        assertThat(offer.amountCents()).isEqualTo(ALL);
        assertThat(offer.items()).hasSize(3);
        assertThat(balances.start(token, Till.BASE).state()).isEqualTo(BalanceStarted.State.REDIRECTED);
        assertThat(pay(newest())).isEqualTo(PaymentState.AUTHORISED);
        assertThat(states()).containsOnly("PAID");
        assertThat(shares()).containsExactly("1 101538 2970 1050", "2 14023 432 0");
        assertThat(told("BALANCE_PAID")).containsExactly("order camille@exemple.fr");
        assertThat(told("BALANCE_RECEIVED"))
                .containsExactlyInAnyOrder("1 " + addressOf(till.shop.merchantId), "2 " + addressOf(school));
        assertThat(balances.start(token, Till.BASE).state()).isEqualTo(BalanceStarted.State.PAID);
        theAccountsAreRight();
    }

    @Test
    void withThePageOfAnyOfThem() {
        for (String each : texts("select token as it from balance_due where order_id = ?", order)) {
            assertThat(balances.byToken(each).id()).isEqualTo(bill);
        }
    }

    @Test
    void onceFromTwoTabs() {
        assertThat(Set.copyOf(AtOnce.all(
                        4,
                        () -> Objects.requireNonNull(
                                balances.start(token, Till.BASE).redirectUrl()))))
                .hasSize(1);
        assertThat(till.number("select count(*) from payment where balance_id = ?", bill))
                .isEqualTo(1);
    }

    @Test
    void withoutALineThatWasCancelledBefore() {
        cancelLine(1, 1, lodger);
        assertThat(balances.byToken(token).items()).hasSize(2);
        till.clock.set("2027-01-01T09:00");
        run();
        assertThat(states()).containsExactly("WAIVED", "LINK_SENT", "LINK_SENT");
        balances.start(token, Till.BASE);
        pay(newest());
        assertThat(states()).containsExactly("WAIVED", "PAID", "PAID");
        assertThat(shares()).containsExactly("1 31538 940 350", "2 14023 432 0");
        theAccountsAreRight();
    }

    /** What is left is one merchant's: so is the letter. */
    @Test
    void ofOneMerchantOnceTheOthersPartIsCancelled() {
        cancelPart(2, teacher);
        till.clock.set("2027-01-01T09:00");
        run();
        assertThat(told("BALANCE_LINK")).containsExactly("1 camille@exemple.fr");
        balances.start(token, Till.BASE);
        assertThat(till.number("select amount_cents from payment where id = ?", newest()))
                .isEqualTo(101_538);
    }

    /** What was paid is not what is wanted any more: all of it goes back, and the rest may be paid with the same link. */
    @Test
    void butNotWithALineThatIsCancelledWhileTheyArePaid() {
        balances.start(token, Till.BASE);
        long first = newest();
        cancelLine(2, 1, lodger);
        assertThat(pay(first)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(first).refundedCents()).isEqualTo(ALL);
        assertThat(states()).containsExactly("SCHEDULED", "WAIVED", "SCHEDULED");
        assertThat(till.text(
                        "select data->>'stillCents' as it from notification where event = 'PAYMENT_RETURNED' and subject_id = ?",
                        first))
                .isEqualTo("84023");

        balances.start(token, Till.BASE);
        assertThat(pay(newest())).isEqualTo(PaymentState.AUTHORISED);
        assertThat(states()).containsExactly("PAID", "WAIVED", "PAID");
        assertThat(shares()).containsExactly("1 70000 2055 700", "2 14023 432 0");
        theAccountsAreRight();
    }

    /** The page that asks for too much is still open, and another asks for what is wanted: whichever is paid, one is kept. */
    @Test
    void onAnotherPageOnceTheFirstAsksForTooMuch() {
        balances.start(token, Till.BASE);
        long first = newest();
        cancelPart(2, teacher);
        assertThat(balances.start(token, Till.BASE).state()).isEqualTo(BalanceStarted.State.REDIRECTED);
        long second = newest();
        assertThat(second).isNotEqualTo(first);
        assertThat(pay(second)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(pay(first)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.pageOf(second).refundedCents()).isZero();
        assertThat(till.pageOf(first).refundedCents()).isEqualTo(ALL);
        theAccountsAreRight();
    }

    @Test
    void andEachLineGoesBackByItselfAfterwards() {
        balances.start(token, Till.BASE);
        pay(newest());
        cancelLine(2, 1, lodger);
        assertThat(refundsOf(1)).containsExactlyInAnyOrder("2 13517 150", "2 31538 350");
        cancelPart(2, teacher);
        assertThat(refundsOf(2)).containsExactlyInAnyOrder("whole 6010 0", "whole 14023 0");
        cancelPart(1, lodger);
        assertThat(till.number(
                        "select sum(r.amount_cents) from refund r join merchant_order m on m.id = r.merchant_order_id where m.order_id = ?",
                        order))
                .isEqualTo(100_001 + 45_055 + 20_033);
        assertThat(till.number(
                        "select sum(gross_cents - refunded_cents) from payment_share where payment_id = ?", newest()))
                .isZero();
        theAccountsAreRight();
    }

    private List<String> refundsOf(int position) {
        return texts(
                "select coalesce(l.line_no::text, 'whole') || ' ' || r.amount_cents || ' ' || r.tax_cents as it from refund r"
                        + " left join order_line l on l.id = r.line_id where r.merchant_order_id = ?",
                part(position));
    }

    /** A line is cancelled in the moment in which all are paid: one of the two is first, and nothing is kept for what nobody sells. */
    @RepeatedTest(8)
    void whoeverIsFirstOfACancellationAndThePayment() {
        balances.start(token, Till.BASE);
        long payment = newest();
        till.pageOf(payment).end(State.PAID);
        AtOnce.all(List.of(() -> till.payments.refresh(payment), () -> {
            cancelLine(2, 1, lodger);
            return "";
        }));
        boolean kept = till.number("select count(*) from payment_share where payment_id = ?", payment) > 0;
        assertThat(states())
                .containsExactlyElementsOf(
                        kept ? List.of("PAID", "PAID", "PAID") : List.of("SCHEDULED", "WAIVED", "SCHEDULED"));
        assertThat(
                        kept
                                ? till.number("select sum(amount_cents) from refund where payment_id = ?", payment)
                                : till.pageOf(payment).refundedCents())
                .as("the line's balance, or all of it")
                .isEqualTo(kept ? 31_538 : ALL);
        theAccountsAreRight();
    }

    @Test
    void notTogetherWhereTheyAreDueOnOtherDays() {
        order(SENT, DUE, SENT.plusDays(5), DUE.plusDays(5));
        assertThat(till.number("select count(distinct bill_id) from balance_due where order_id = ?", order))
                .isEqualTo(2);
        assertThat(balances.byToken(token).amountCents()).isEqualTo(101_538);
        assertThat(links.due(bill - 1, 2)).isEmpty();
        till.clock.set("2027-01-01T09:00");
        run();
        assertThat(states()).containsExactly("LINK_SENT", "LINK_SENT", "SCHEDULED");
        assertThat(told("BALANCE_LINK")).containsExactly("1 camille@exemple.fr");
    }
}
