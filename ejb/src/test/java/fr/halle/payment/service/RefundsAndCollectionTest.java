package fr.halle.payment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.payment.model.PaymentState;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Sql;
import fr.halle.testing.PeerProvider;
import fr.halle.testing.PeerProvider.Mishap;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** C15, T05, T06: refunds, repeats, time-outs, refusals and crashes, with the collection of the same payment in between. */
class RefundsAndCollectionTest {

    private static final Sql SQL = TestDatabase.sql();
    private static final int ENOUGH_ROUNDS = 40;

    private final Till till = new Till();
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);

    @Test
    void aRefundBeforeTheCollectionOnlyTouchesTheCard() {
        TestSale sale = sell("RETURNED", 5000, 2000);
        refund(sale.parts.get(0), 5000);
        settle(sale);

        assertThat(till.provider.backOnCard.get("payin" + sale.paymentId)).isEqualTo(5000);
        assertThat(till.provider.wallet("wallet" + sale.parts.get(0).merchantId()))
                .isZero();
        assertThat(state(sale)).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void aPaymentRefundedWholeBeforeTheCollectionIsVoided() {
        TestSale sale = sell("RETURNED", 5000, 2000);
        refund(sale.parts.get(0), 5000);
        refund(sale.parts.get(1), 2000);
        settle(sale);

        assertThat(state(sale)).isEqualTo(PaymentState.VOIDED);
        assertThat(till.provider.wallet("payers" + town.portalId)).isZero();
    }

    @Test
    void aRefundAfterTheCollectionComesFromTheMerchantAndBringsItsFeeBack() {
        TestSale sale = sell("RETURNED", 5000);
        till.captures.capture(sale.paymentId);
        refund(sale.only(), 5000);
        settle(sale);

        assertThat(till.provider.backOnCard.get("payin" + sale.paymentId)).isEqualTo(5000);
        assertThat(till.provider.wallet("wallet" + sale.only().merchantId())).isZero();
        assertThat(till.provider.wallet("fees")).isZero();
    }

    /** K7: set aside, and not the merchant's any more; it goes when it is sent, once. */
    @Test
    void aRefundThatWaitsToBeSentWaitsThroughTheCollection() {
        TestSale sale = sell(Map.of("refund.mode", "MANUAL"), 5000, 2000);
        long refund = refund(sale.parts.get(0), 5000);
        settle(sale);
        till.saga.askAgain(refund);
        assertThat(till.provider.backOnCard).as("nor does asking again send it").isEmpty();
        assertThat(till.refunds.waitingOf(sale.parts.get(0).id())).isEqualTo(5000);
        assertThat(till.provider.wallet("wallet" + sale.parts.get(0).merchantId()))
                .isZero();

        TestDatabase.inTransaction(() -> till.refunds.send(sale.parts.get(0).id()));
        settle(sale);
        assertThat(till.provider.backOnCard.get("payin" + sale.paymentId)).isEqualTo(5000);
        assertThat(till.refunds.waitingOf(sale.parts.get(0).id())).isZero();
    }

    /** The transfer's outcome is unknown: the refund waits for it rather than refund from money that may be gone. */
    @Test
    void aRefundWaitsForATransferThatNobodyKnowsOf() {
        TestSale sale = sell("RETURNED", 5000);
        till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
        till.captures.capture(sale.paymentId);
        till.provider.mishaps(() -> Mishap.NONE);
        long refund = refund(sale.only(), 5000);
        till.saga.advance(refund);
        assertThat(till.provider.backOnCard).isEmpty();

        settle(sale);
        assertThat(till.provider.backOnCard.get("payin" + sale.paymentId)).isEqualTo(5000);
    }

    /** Neither of its two calls, though the provider has forgotten both keys by the time that it answers. */
    @Test
    void aRefundThatTheProviderMadeAndForgotItsKeyIsFoundAndNotMadeAgain() {
        TestSale sale = sell("RETURNED", 5000);
        settle(sale);
        String merchant = "wallet" + sale.only().merchantId();
        long refund = refund(sale.only(), 2000);
        for (int call = 0; call < 2; call++) {
            till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
            till.saga.advance(refund);
            till.provider.mishaps(() -> Mishap.LOST);
            forgetsTheKeyOf(refund);
            till.saga.advance(refund);
            assertThat(SQL.one("select state from refund where id = ?", row -> row.text("state"), refund))
                    .as("who cannot look asks for nothing")
                    .contains("UNKNOWN");
            till.clock.moveForward(Duration.ofDays(1));
            till.provider.mishaps(() -> Mishap.NONE);
            if (call == 0) {
                Iterator<Mishap> found =
                        List.of(Mishap.NONE, Mishap.NONE, Mishap.DONE_UNSEEN).iterator();
                till.provider.mishaps(found::next);
            }
            till.saga.advance(refund);
            till.clock.moveForward(Duration.ofDays(1));
        }
        assertThat(SQL.one("select state from refund where id = ?", row -> row.text("state"), refund))
                .contains("SUCCEEDED");
        assertThat(till.provider.backOnCard.get("payin" + sale.paymentId)).isEqualTo(2000);
        assertThat(till.provider.wallet(merchant))
                .isEqualTo(SQL.number(
                        "select gross_cents - fee_cents - refunded_cents + fee_returned_cents from payment_share where id = ?",
                        sale.only().shareId()));
    }

    private void forgetsTheKeyOf(long refund) {
        SQL.update("update refund set asked_at = now() - interval '1 day' where id = ?", refund);
        till.provider.forgetsItsKeys();
        till.clock.moveForward(Duration.ofDays(1));
    }

    /** Asked again a day later under a key that the provider forgot, it could be made twice: the job says so, and asks no more. */
    @Test
    void aTransferWithoutAnAnswerForADayIsShownAndNotRepeated() {
        TestSale sale = sell("RETURNED", 5000);
        till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
        till.captures.capture(sale.paymentId);
        till.provider.mishaps(() -> Mishap.NONE);
        till.provider.forgetsItsKeys();
        SQL.update(
                "update payment_share set transfer_asked_at = now() - interval '1 day' where payment_id = ?",
                sale.paymentId);
        till.clock.moveForward(Duration.ofDays(1));
        long moved = till.provider.wallet("wallet" + sale.only().merchantId());
        assertThat(till.captures.due(sale.paymentId - 1, 1)).containsExactly(sale.paymentId);
        assertThat(till.captures.unanswered(0, 10_000))
                .as("said once a night, not every minute")
                .doesNotContain(sale.paymentId);
        assertThatThrownBy(() -> till.captures.capture(sale.paymentId))
                .isInstanceOf(TransferUnknown.class)
                .hasMessageContaining(sale.only().number());
        assertThat(till.provider.wallet("wallet" + sale.only().merchantId()))
                .isEqualTo(moved)
                .isPositive();
    }

    /** Not by the next night's collection only: the provider may have forgotten the key by then. */
    @Test
    void aTransferWhoseCallerWasKilledIsFollowedUpAndARefusedOneIsLeftToTheNight() {
        TestSale sale = sell("RETURNED", 5000, 2000);
        TestSale.Part refused = sale.parts.get(0);
        TestSale.Part killed = sale.parts.get(1);
        Iterator<Mishap> mishaps = List.of(Mishap.REFUSED, Mishap.CRASH_AFTER).iterator();
        till.provider.mishaps(mishaps::next);
        assertThatThrownBy(() -> till.captures.capture(sale.paymentId)).isInstanceOf(PeerProvider.Crash.class);
        till.provider.mishaps(() -> Mishap.NONE);
        assertThat(till.captures.unanswered(0, 10_000))
                .as("its call may still be under way")
                .doesNotContain(sale.paymentId);

        till.clock.moveForward(Patience.LEASE);
        assertThat(till.captures.unanswered(sale.paymentId - 1, 1)).containsExactly(sale.paymentId);
        till.captures.capture(sale.paymentId);

        assertThat(till.provider.wallet("wallet" + killed.merchantId())).isEqualTo(killed.netCents());
        assertThat(SQL.number(
                        "select count(*) from payment_share where id = ? and (transferred_at is not null or transfer_claimed_at is not null)",
                        refused.shareId()))
                .as("its turn has not come, and what is refunded of it meanwhile is the card's alone")
                .isZero();
        till.clock.moveForward(Duration.ofDays(1));
        assertThat(till.captures.unanswered(0, 10_000)).doesNotContain(sale.paymentId);
        settle(sale);
        assertThat(state(sale)).isEqualTo(PaymentState.CAPTURED);
    }

    /** What is refused on the way to the call that was made already is no answer to that one: it keeps its key. */
    @Test
    void aTransferWithoutAnAnswerIsMadeOnceThoughItsWalletIsRefusedAfterwards() {
        TestSale sale = sell("RETURNED", 5000);
        till.provider.paid("others" + sale.paymentId, town.portalId, 9000);
        till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
        till.captures.capture(sale.paymentId);
        till.provider.mishaps(() -> Mishap.NONE);
        till.provider.refusesAccounts(true);
        till.clock.moveForward(Duration.ofHours(1));
        till.captures.capture(sale.paymentId);
        till.captures.askAgain(sale.only().shareId());
        till.provider.refusesAccounts(false);
        settle(sale);
        assertThat(till.provider.wallet("wallet" + sale.only().merchantId()))
                .isEqualTo(sale.only().netCents());
        assertThat(state(sale)).isEqualTo(PaymentState.CAPTURED);
    }

    /** Its sibling's call is under way, or died a moment ago: that one's lease is left to it. */
    @Test
    void aShareThatTheOperatorHasAskedAgainLeavesItsSiblingAlone() {
        TestSale sale = sell("RETURNED", 5000, 2000);
        TestSale.Part lost = sale.parts.get(0);
        TestSale.Part underWay = sale.parts.get(1);
        Iterator<Mishap> mishaps = List.of(Mishap.LOST, Mishap.CRASH_BEFORE).iterator();
        till.provider.mishaps(mishaps::next);
        assertThatThrownBy(() -> till.captures.capture(sale.paymentId)).isInstanceOf(PeerProvider.Crash.class);
        till.provider.mishaps(() -> Mishap.NONE);
        String before = asked(underWay);

        till.captures.askAgain(lost.shareId());

        assertThat(till.provider.wallet("wallet" + lost.merchantId())).isEqualTo(lost.netCents());
        assertThat(till.provider.wallet("wallet" + underWay.merchantId())).isZero();
        assertThat(asked(underWay)).isEqualTo(before);
        settle(sale);
        assertThat(till.provider.wallet("wallet" + underWay.merchantId())).isEqualTo(underWay.netCents());
        assertThat(state(sale)).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void aShareClaimedAndRefundedAtTheSameMomentMovesOnce() {
        for (int i = 0; i < 20; i++) {
            TestSale sale = sell("RETURNED", 5000);
            CompletableFuture<Void> collecting =
                    CompletableFuture.runAsync(() -> till.captures.capture(sale.paymentId));
            CompletableFuture<Void> refunding =
                    CompletableFuture.runAsync(() -> till.saga.advance(refund(sale.only(), 5000)));
            CompletableFuture.allOf(collecting, refunding).join();
            settle(sale);
            assertThat(till.provider.backOnCard.get("payin" + sale.paymentId)).isEqualTo(5000);
            assertThat(till.provider.wallet("wallet" + sale.only().merchantId()))
                    .isZero();
        }
    }

    @TestFactory
    List<DynamicTest> whateverGoesWrongNothingIsRefundedTwice() {
        long first = Long.getLong("halle.seed", new Random().nextLong());
        return IntStream.range(0, 60)
                .mapToObj(i -> DynamicTest.dynamicTest("seed " + (first + i), () -> misfortune(first + i)))
                .toList();
    }

    private void misfortune(long seed) {
        Random random = new Random(seed);
        String policy = random.nextInt(4) == 0 ? "KEPT" : "RETURNED";
        TestSale sale = sell(policy, 1 + random.nextInt(9000), 1 + random.nextInt(9000), 1 + random.nextInt(300));
        till.provider.mishaps(
                () -> random.nextInt(100) < 45 ? Mishap.values()[random.nextInt(Mishap.values().length)] : Mishap.NONE);
        for (int step = 0; step < 25; step++) {
            survive(() -> act(sale, random));
        }
        till.provider.mishaps(() -> Mishap.NONE);
        settle(sale);
        check(sale, policy);
    }

    private void act(TestSale sale, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                TestSale.Part part = sale.parts.get(random.nextInt(sale.parts.size()));
                refund(part, 1 + random.nextInt((int) part.grossCents()));
            }
            case 1 -> till.captures.capture(sale.paymentId);
            case 2 -> refundsOf(sale).forEach(id -> survive(() -> till.saga.advance(id)));
            default -> till.clock.moveForward(Duration.ofMinutes(1 + random.nextInt(200)));
        }
    }

    private static void survive(Runnable action) {
        try {
            action.run();
        } catch (PeerProvider.Crash | RefundTooLarge expected) {
            assertThat(expected).isNotNull();
        }
    }

    /** Nothing goes wrong any more, and time passes. */
    private void settle(TestSale sale) {
        for (int round = 0; round < ENOUGH_ROUNDS; round++) {
            till.captures.due(0, 1000).stream()
                    .filter(id -> id == sale.paymentId)
                    .forEach(till.captures::capture);
            till.saga.due(0, 1000).stream().filter(refundsOf(sale)::contains).forEach(till.saga::advance);
            till.clock.moveForward(Duration.ofHours(7));
        }
    }

    private void check(TestSale sale, String policy) {
        long given = sum(sale, "state = 'SUCCEEDED'");
        assertThat(till.provider.backOnCard.getOrDefault("payin" + sale.paymentId, 0L))
                .as("what the card got is what succeeded")
                .isEqualTo(given);
        assertThat(SQL.number(
                        "select coalesce(sum(refunded_cents), 0) from payment_share where payment_id = ?",
                        sale.paymentId))
                .isEqualTo(sum(sale, "true"));
        assertThat(SQL.number(
                        "select count(*) from refund where payment_id = ? and state not in ('SUCCEEDED', 'FAILED')",
                        sale.paymentId))
                .as("nothing is left hanging")
                .isZero();
        if (policy.equals("RETURNED")) {
            assertThat(sum(sale, "state = 'FAILED'"))
                    .as("nothing stands in the way")
                    .isZero();
        }
        assertThat(SQL.number(
                        "select count(*) from payment_share where payment_id = ? and transferred_at is null and refunded_cents < gross_cents",
                        sale.paymentId))
                .as("shares that did not reach their merchants")
                .isZero();
        assertThat(account(sale, "psp")).isEqualTo(total(sale) - given);
        assertThat(account(sale, "refund_clearing")).isEqualTo(given - sum(sale, "true"));
        assertThat(SQL.number(
                        "select coalesce(sum(amount_cents), 0) from posting where subject = ?",
                        OrderNumbers.format(sale.orderNo)))
                .as("Σ = 0")
                .isZero();
        assertThat(state(sale)).isIn(PaymentState.CAPTURED, PaymentState.VOIDED);
    }

    private TestSale sell(String policy, int... cents) {
        return sell(Map.of("fees.on_refund", policy), cents);
    }

    private TestSale sell(Map<String, String> settings, int... cents) {
        Map<String, String> frozen = new HashMap<>(settings);
        frozen.put("preset", Preset.TOWN_PICKUP.name());
        TestSale sale = TestSale.at(till.clock, town).under(frozen);
        for (int amount : cents) {
            long merchant = town.merchant("Ty Pêcheur");
            sale.part(merchant, town.shop(merchant, "Ty Pêcheur"), amount);
        }
        sale.paid(PaymentState.AUTHORISED);
        till.provider.paid("payin" + sale.paymentId, town.portalId, total(sale));
        return sale;
    }

    private long refund(TestSale.Part part, long cents) {
        return TestDatabase.inTransaction(() -> till.refunds.request(
                part.shareId(), cents, "Plus de bar", null, Actor.merchant(1, "Léa", part.merchantId())));
    }

    private static List<Long> refundsOf(TestSale sale) {
        return SQL.list(
                "select id from refund where payment_id = ? order by id", row -> row.number("id"), sale.paymentId);
    }

    private static long sum(TestSale sale, String where) {
        return SQL.number(
                "select coalesce(sum(amount_cents), 0) from refund where payment_id = ? and " + where, sale.paymentId);
    }

    private static long account(TestSale sale, String code) {
        return SQL.number(
                "select coalesce(sum(p.amount_cents), 0) from posting p join ledger_account a on a.id = p.account_id"
                        + " where p.subject = ? and a.code = ?",
                OrderNumbers.format(sale.orderNo),
                code);
    }

    private static String asked(TestSale.Part part) {
        return SQL.one(
                        "select transfer_next_at || ' ' || transfer_asked_at as asked from payment_share where id = ?",
                        row -> row.text("asked"),
                        part.shareId())
                .orElseThrow();
    }

    private static long total(TestSale sale) {
        return sale.parts.stream().mapToLong(TestSale.Part::grossCents).sum();
    }

    private static PaymentState state(TestSale sale) {
        return SQL.one(
                        "select state from payment where id = ?",
                        row -> row.constant("state", PaymentState.class),
                        sale.paymentId)
                .orElseThrow();
    }
}
