package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.service.CapacityShort;
import fr.halle.checkout.service.CheckoutForm;
import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.CheckoutStarted;
import fr.halle.checkout.service.FieldError;
import fr.halle.checkout.service.OldBaskets;
import fr.halle.order.service.Unaccepted;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.PickRefused;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.testing.AtOnce;
import fr.halle.testing.Camille;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** C24–C26, S13–S15, S23, K23: a customer reads a quote, declines it, or accepts and pays it; it becomes one order or none. */
class ACustomerAnswersAQuoteTest {

    private final QuotingDesk desk = new QuotingDesk();
    private final PayingCustomer customer = new PayingCustomer(desk);

    /** C25, S14. */
    @Test
    void whichBecomesAnOrderOnceItsDepositIsPaid() {
        long quote = sent(outing(4), 3);
        CheckoutStarted started = accept(quote);
        assertThat(started.state()).isEqualTo(CheckoutStarted.State.REDIRECTED);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.ACCEPTED);
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.AWAITING_PAYMENT);
        assertThat(deskIsTold()).containsExactly("ACCEPTED");
        customer.pay(State.PAID);
        assertThat(customer.offered(quote).order()).isNotNull();
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.DEPOSIT_PAID);
        assertThat(desk.sales.sql.number(
                        "select count(*) from request_event where request_id = ? and kind = 'PAID' and detail like 'EP-% · 34,50 €'",
                        desk.request))
                .as("as French writes it")
                .isEqualTo(1);
        assertThat(ofOrder("total_cents")).isEqualTo(7500 + 4000);
        assertThat(ofOrder("paid_now_cents")).as("30 %").isEqualTo(3450);
        assertThat(
                        sum(
                                "select sum(due_now_cents) from order_line l join merchant_order m on m.id = l.merchant_order_id"))
                .isEqualTo(3450);
        assertThat(sum("select sum(amount_cents) from balance_due m")).isEqualTo(8050);
        assertThat(
                        sum(
                                "select count(*) from order_line l join merchant_order m on m.id = l.merchant_order_id and l.product_id is null"))
                .as("Divers")
                .isEqualTo(1);
        assertThat(
                        sum(
                                "select sum(p.amount_cents) from posting p join journal_entry e on e.id = p.entry_id join merchant_order m on e.subject = m.number or e.subject like 'EP-%'"))
                .isZero();
        assertThat(desk.factsAgree()).isTrue();
    }

    /** O18: who has offered something has accepted it; it is reminded, and no customer loses what was promised. */
    @Test
    void whichIsNotCalledOffWhereItsOwnMerchantForgetsIt() {
        desk.sales.shop.open(desk.sales.shop.shopId, "09:00", "18:00");
        customer.acceptAndPay(sent(outing(4), 3));
        desk.sales.clock.moveForward(Duration.ofDays(10));
        long part = sum("select max(m.id) from merchant_order m");
        Unaccepted unaccepted = desk.sales.beans.get(Unaccepted.class);
        TestDatabase.inTransaction(() -> unaccepted.advance(part));
        desk.sales.clock.moveForward(Duration.ofDays(1));
        TestDatabase.inTransaction(() -> unaccepted.advance(part));
        assertThat(desk.sales.sql.number(
                        "select count(*) from merchant_order where id = ? and state = 'RECORDED'", part))
                .isEqualTo(1);
        assertThat(desk.sales.sql.number(
                        "select count(*) from unaccepted_part where merchant_order_id = ? and reminded_at is not null",
                        part))
                .isEqualTo(1);
    }

    @Test
    void withTheEvidenceOfWhatWasShown() {
        long quote = sent(outing(4), 3);
        accept(quote);
        assertThat(desk.sales.sql.number(
                        "select count(*) from quote where id = ? and frozen_sha256 is not null and accepted_at is not null"
                                + " and accepted_from = '192.0.2.7' and agreed_cents = 11500 and picked = '{}'",
                        quote))
                .isEqualTo(1);
    }

    @Test
    void pressedTwiceInTwoTabsItIsOnePayment() {
        long quote = sent(outing(4), 3);
        String key = UUID.randomUUID().toString();
        assertThat(AtOnce.all(3, () -> customer.accept(quote, Set.of(), key)))
                .extracting(CheckoutStarted::state)
                .isSubsetOf(CheckoutStarted.State.REDIRECTED, CheckoutStarted.State.UNKNOWN);
        assertThat(customer.pages()).hasSize(1);
        customer.pay(State.PAID);
        assertThatThrownBy(() -> accept(quote)).isInstanceOf(QuoteOrdered.class);
        assertThat(sum("select count(*) from customer_order m")).isEqualTo(1);
    }

    @Test
    void whosePlacesAreItsOwnAgainWhenTheBankRefuses() {
        long outing = outing(3);
        long quote = sent(outing, 3);
        accept(quote);
        assertThat(desk.taken(outing)).isEqualTo(3);
        customer.pay(State.REFUSED);
        assertThat(told("PAYMENT_REFUSED")).as("the desk reads it").isEqualTo(1);
        assertThat(desk.taken(outing)).as("held again").isEqualTo(3);
        assertThat(held(quote)).isEqualTo(3);
        assertThat(customer.offered(quote).isPayable()).isTrue();
        accept(quote);
        assertThat(held(quote)).isZero();
        customer.pay(State.PAID);
        assertThat(desk.taken(outing)).isEqualTo(3);
        assertThat(customer.offered(quote).order()).isNotNull();
    }

    @Test
    void butNothingIsAcceptedWhereAPlaceWasSoldMeanwhile() {
        long outing = outing(3);
        long quote = sent(outing, 3);
        desk.sales.sql.update(
                "update quote_claim set returned = true where line_id in (select id from quote_line where quote_id = ?)",
                quote);
        desk.sales.sql.update("update quote set holds = false where id = ?", quote);
        desk.sales.sql.update("update capacity set taken = 1 where product_id = ?", outing);
        assertThatThrownBy(() -> accept(quote)).isInstanceOf(CapacityShort.class);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
        assertThat(customer.pages()).isEmpty();
    }

    @Test
    void whichNobodyWithdrawsWhileItIsPaid() {
        long quote = sent(outing(4), 3);
        accept(quote);
        assertThatThrownBy(() -> end(quote, QuoteTransition.VOID, desk.secretary))
                .isInstanceOf(QuoteOrdered.class);
        assertThatThrownBy(() -> end(quote, QuoteTransition.EXPIRE, Actor.CLOCK))
                .isInstanceOf(QuoteOrdered.class);
        customer.pay(State.PAID);
        assertThat(customer.offered(quote).order()).isNotNull();
    }

    @Test
    void paidTooLateForAQuoteThatIsGoneTheMoneyGoesBack() {
        long outing = outing(4);
        long quote = sent(outing, 3);
        accept(quote);
        TestProvider.Known page = customer.pages().get(0);
        desk.sales.sql.update(
                "update checkout set state = 'EXPIRED' where cart_id = (select cart_id from quote where id = ?)",
                quote);
        end(quote, QuoteTransition.VOID, desk.secretary);
        assertThat(customer.offered(quote).isPayable()).isFalse();
        customer.end(page, State.PAID);
        assertThat(customer.offered(quote).order()).isNull();
        assertThat(page.refundedCents()).isEqualTo(3450);
        assertThat(told("PAYMENT_RETURNED")).isEqualTo(1);
    }

    /** One order and one charge; the money of the second page goes back, and both sides are told what it was. */
    @Test
    void paidInTwoTabsTheSecondPaymentGoesBackAsSuch() {
        long quote = sent(outing(4), 3);
        accept(quote);
        accept(quote);
        List<TestProvider.Known> open = List.copyOf(customer.pages());
        assertThat(open).hasSize(2);
        for (TestProvider.Known page : open) {
            customer.end(page, State.PAID);
        }
        assertThat(open.stream().mapToLong(TestProvider.Known::refundedCents)).containsExactlyInAnyOrder(0L, 3450L);
        OfferedQuote.Order order = customer.offered(quote).order();
        assertThat(order).isNotNull();
        assertThat(desk.sales.sql.one(
                        "select n.data ->> 'paid' as paid from notification n where n.event = 'PAYMENT_RETURNED' and n.portal_id = ?",
                        row -> row.text("paid"),
                        desk.sales.shop.portalId))
                .as("the letter does not say that there is no order")
                .contains(order.number());
        assertThat(told("PAYMENT_RETURNED")).isEqualTo(1);
        assertThat(told("PAID")).isEqualTo(1);
    }

    @Test
    void onceItsLastDayIsOverItIsReadAndNotPaid() {
        long quote = sent(outing(4), 3);
        desk.sales.clock.set("2026-12-07T00:30");
        assertThat(customer.offered(quote).state()).isEqualTo(QuoteState.EXPIRED);
        assertThatThrownBy(() -> accept(quote)).isInstanceOf(QuoteClosed.class);
        assertThat(customer.pages()).isEmpty();
    }

    @Test
    void orDeclinesItWithAReason() {
        long outing = outing(4);
        long quote = sent(outing, 3);
        customer.answers.decline(desk.sales.shop.portalId, customer.token(quote), "Trop cher");
        assertThat(desk.state(quote)).isEqualTo(QuoteState.DECLINED);
        assertThat(desk.taken(outing)).isZero();
        assertThat(deskIsTold()).containsExactly("DECLINED Trop cher");
        assertThatThrownBy(() -> accept(quote)).isInstanceOf(QuoteClosed.class);
        assertThatThrownBy(() -> customer.answers.decline(desk.sales.shop.portalId, customer.token(quote), ""))
                .isInstanceOf(MoveRefused.class);
    }

    @Test
    void takesAnOptionAndPaysForIt() {
        long quote = desk.begin();
        desk.free(quote, "Remise des clés tardive", 4000);
        long option = desk.free(quote, "Panier du montagnard", 2500);
        leave(quote, option, LinePick.OPTION, null, false);
        desk.send(quote);
        assertThat(customer.offered(quote).quote().totals(Set.of()).totalCents())
                .isEqualTo(4000);
        customer.accept(quote, Set.of(option));
        customer.pay(State.PAID);
        assertThat(ofOrder("total_cents")).isEqualTo(6500);
        long other = sentElsewhere();
        assertThatThrownBy(() -> customer.accept(other, Set.of(option))).isInstanceOf(PickRefused.class);
    }

    /** An insurance among it. */
    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void paysForEachPickWhatThePageSaysOfIt(boolean usual, boolean optional) {
        long outing = outing(9);
        long quote = desk.begin();
        long one = desk.add(quote, QuotingDesk.joined(outing, 2));
        long other = desk.add(quote, QuotingDesk.joined(outing, 3));
        long option = desk.add(quote, QuotingDesk.joined(outing, 1));
        desk.add(quote, QuotingDesk.insured(desk.insurance()));
        leave(quote, one, LinePick.ALTERNATIVE, 1, true);
        leave(quote, other, LinePick.ALTERNATIVE, 1, false);
        leave(quote, option, LinePick.OPTION, null, false);
        desk.send(quote);
        Set<Long> picked = new HashSet<>(Set.of(usual ? one : other));
        if (optional) {
            picked.add(option);
        }
        QuoteTotals shown = customer.offered(quote).quote().totals(picked);
        long insurance = 500;
        assertThat(shown.totalCents()).isEqualTo((usual ? 5000 : 7500) + (optional ? 2500 : 0) + insurance);
        customer.accept(quote, picked);
        customer.pay(State.PAID);
        assertThat(ofOrder("total_cents")).isEqualTo(shown.totalCents());
        assertThat(ofOrder("paid_now_cents")).isEqualTo(shown.dueNowCents());
    }

    /** The link in the mail opens for ever, whatever became of the quote. */
    @ParameterizedTest
    @EnumSource(names = {"VOID", "EXPIRE", "DECLINE"})
    void whoseAlternativesAreReadAfterItsEnd(QuoteTransition end) {
        long quote = desk.begin();
        for (String when : List.of("Le matin", "L’après-midi")) {
            long line = desk.free(quote, when, 4000);
            leave(quote, line, LinePick.ALTERNATIVE, 1, false);
        }
        desk.send(quote);
        end(
                quote,
                end,
                switch (end) {
                    case VOID -> desk.secretary;
                    case EXPIRE -> Actor.CLOCK;
                    default -> OpenDesk.CAMILLE;
                });
        OfferedQuote over = customer.offered(quote);
        assertThat(over.isPayable()).isFalse();
        assertThat(over.quote().totals(over.taken()).totalCents()).isEqualTo(4000);
    }

    /** What hangs on a quote lives as long as it does: not even its payment given up and forgotten takes the basket away. */
    @Test
    void whoseBasketIsNoOldOne() {
        long quote = sent(outing(4), 3);
        accept(quote);
        UUID basket = desk.sales
                .sql
                .one("select cart_id from quote where id = ?", row -> row.uuid("cart_id"), quote)
                .orElseThrow();
        desk.sales.sql.update("update checkout set state = 'FAILED', forgotten_at = now() where cart_id = ?", basket);
        Instant touched = desk.sales.clock.instant().plus(System.nanoTime() % 1_000_000, ChronoUnit.MICROS);
        desk.sales.sql.update("update cart set touched_at = ? where id = ?", touched, basket);
        desk.sales.clock.moveForward(Duration.ofDays(400));
        long named = ChronoUnit.MICROS.between(Instant.EPOCH, touched);
        OldBaskets baskets = desk.sales.beans.get(OldBaskets.class);
        TestDatabase.inTransaction(() -> baskets.forget(List.of(named)));
        assertThat(desk.sales.sql.number("select count(*) from cart where id = ? and state = 'OPEN'", basket))
                .isEqualTo(1);
    }

    @Test
    void onlyWithItsDetailsAndTheMerchantsTerms() {
        long quote = sent(outing(4), 3);
        CheckoutForm unread = new CheckoutForm(Camille.form(), List.of(), "192.0.2.7");
        assertThatThrownBy(() -> customer.accept(quote, new QuoteAnswers.Acceptance("key-12345678", Set.of(), unread)))
                .isInstanceOf(CheckoutRefused.class);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
    }

    /** As at the till: wine is sold to whoever says to be of age. */
    @Test
    void onlyAsAnAdultWhereSomethingIsForAdults() {
        long quote = desk.begin();
        long wine = desk.sales.shop.product(ProductKind.GOODS, "Muscadet", 980, 2000);
        desk.sales.shop.set(wine, "adults_only", true);
        desk.add(quote, new Choice(wine, null, 6, null, null, null, null, null, null));
        desk.send(quote);
        assertThatThrownBy(() -> accept(quote))
                .isInstanceOfSatisfying(
                        CheckoutRefused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("adult"));
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
        customer.accept(quote, Set.of(), "key-87654321", Camille.adult());
        assertThat(desk.state(quote)).isEqualTo(QuoteState.ACCEPTED);
    }

    @Test
    void neverByAnotherPortalsAddressNorAGuess() {
        long quote = sent(outing(4), 3);
        long elsewhere = new OpenDesk().shop.portalId;
        assertThatThrownBy(() -> customer.answers.byToken(elsewhere, customer.token(quote)))
                .isInstanceOf(QuoteUnknown.class);
        assertThatThrownBy(() -> customer.answers.byToken(desk.sales.shop.portalId, customer.token(quote) + "x"))
                .isInstanceOf(QuoteUnknown.class);
        long draft = new QuotingDesk().begin();
        assertThatThrownBy(() -> customer.answers.byToken(desk.sales.shop.portalId, customer.token(draft)))
                .as("nothing is shown before it is sent")
                .isInstanceOf(QuoteUnknown.class);
    }

    /** What the desk is mailed of its quotes. */
    private List<String> deskIsTold() {
        return desk.sales.sql.list(
                "select trim((data ->> 'answer') || ' ' || (data ->> 'reason')) as told from notification"
                        + " where event = 'QUOTE_ANSWERED' and subject_id = ? order by id",
                row -> row.text("told"),
                desk.request);
    }

    /** How often the history of the request says so. */
    private long told(String act) {
        return desk.sales.sql.number(
                "select count(*) from request_event where request_id = ? and kind = ? and detail like '%34,50%'",
                desk.request, act);
    }

    private void leave(long quote, long line, LinePick pick, Integer alternative, boolean taken) {
        TestDatabase.inTransaction(() -> desk.lines.leave(desk.secretary, quote, line, pick, alternative, taken));
    }

    private long outing(long places) {
        return desk.outing(2500, places);
    }

    /** Three persons' outing at 25 € and a late key at 40 €. */
    private long sent(long outing, long persons) {
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(outing, persons));
        desk.free(quote, "Remise des clés tardive", 4000);
        desk.send(quote);
        return quote;
    }

    private long sentElsewhere() {
        long request = desk.sales.open("Encore");
        long quote = TestDatabase.inTransaction(() -> desk.quotes.begin(desk.secretary, request));
        desk.free(quote, "Autre chose", 1000);
        desk.send(quote);
        return quote;
    }

    private CheckoutStarted accept(long quote) {
        return customer.accept(quote, Set.of());
    }

    private void end(long quote, QuoteTransition how, Actor who) {
        TestDatabase.inTransaction(() -> desk.lifecycle.apply(quote, how, who, ""));
    }

    private long held(long quote) {
        return desk.sales.sql.number(
                "select coalesce(sum(c.quantity), 0) from quote_claim c join quote_line l on l.id = c.line_id where l.quote_id = ? and not c.returned",
                quote);
    }

    private long ofOrder(String column) {
        return sum("select " + column + " from customer_order m");
    }

    /** Of this desk's portal; the statement names what has a portal, or an order of it, {@code m}. */
    private long sum(String statement) {
        String of = statement.contains("balance_due m")
                ? "m.order_id in (select id from customer_order where portal_id = ?)"
                : "m.portal_id = ?";
        return desk.sales.sql.number(statement + " where " + of, desk.sales.shop.portalId);
    }

    @Test
    void theWholeAtOnceWhenTheDeskAsksForIt() {
        long quote = desk.begin();
        desk.free(quote, "Remise des clés tardive", 4000);
        QuoteView view = desk.view(quote);
        TestDatabase.inTransaction(() -> desk.quotes.save(
                desk.secretary,
                quote,
                view.head().version(),
                new QuoteWish(QuoteAsk.WHOLE, 3000, null, view.head().validUntil(), 500, "Geste commercial", "")));
        desk.send(quote);
        accept(quote);
        customer.pay(State.PAID);
        assertThat(ofOrder("total_cents")).isEqualTo(3500);
        assertThat(ofOrder("paid_now_cents")).isEqualTo(3500);
        assertThat(sum("select count(*) from balance_due m")).isZero();
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.SETTLED);
    }
}
