package fr.halle.payout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.identity.service.Audit;
import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.model.Share;
import fr.halle.merchant.service.IbanChanged;
import fr.halle.notification.service.MerchantMails;
import fr.halle.notification.service.Notifications;
import fr.halle.operation.service.OperationLists;
import fr.halle.operation.service.OperatorDesk;
import fr.halle.operation.service.ToDo;
import fr.halle.order.service.MerchantFinances;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.PeerProviders;
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payment.service.ProviderReference;
import fr.halle.payment.service.ProviderToldUs;
import fr.halle.payment.service.Till;
import fr.halle.payout.model.PayoutRule;
import fr.halle.payout.model.PayoutState;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.ReasonRefused;
import fr.halle.shared.service.Sql;
import fr.halle.testing.PeerProvider.Crash;
import fr.halle.testing.PeerProvider.Mishap;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M62, M64, M65, M67, T02–T04, on a spring with its bridges: 8, 14 and 25 May 2026 are public holidays. */
class MerchantIsPaidTest {

    private static final Sql SQL = TestDatabase.sql();

    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final Till till = new Till();
    private final Releases releases = Wired.with(new Releases(), SQL, till.clock, till.ledger);
    private final Payouts payouts = payouts();
    private final IbanFreezes freezes = Wired.with(
            new IbanFreezes(),
            SQL,
            till.clock,
            Wired.with(new Audit(), SQL, new TestIds(), till.clock),
            Wired.with(
                    new MerchantMails(),
                    SQL,
                    new TestIds(),
                    Wired.with(new Notifications(), SQL, new TestIds(), till.clock, till.events)));
    private final String wallet = "wallet" + town.merchantId;
    private final long inTransit = till.ledger.balance(AccountRef.PAYOUT_IN_TRANSIT);

    @Test
    void neverBeforeItsDate() {
        TestSale sale = collected(5000);
        sale.releaseAt(sale.only(), till.clock.instant().plus(Duration.ofHours(48)));
        till.clock.moveForward(Duration.ofHours(48).minusSeconds(1));
        run();
        assertThat(inBank()).isZero();
        assertThat(available()).isZero();

        runAfter(Duration.ofSeconds(1));
        assertThat(inBank()).isEqualTo(sale.only().netCents());
        assertThat(states()).containsExactly(PayoutState.PAID);
        assertThat(available()).isZero();
    }

    /** T02: ordered on Wednesday 6 May, ten business days later is Friday 22 May: Friday 8 and Thursday 14 do not count. */
    @Test
    void tenBusinessDaysAfterTheOrderWithHolidaysLeftOut() {
        till.clock.set("2026-05-06T11:00");
        TestSale sale = collected(5000);
        sale.releaseAt(sale.only(), PayoutRule.TEN_BUSINESS_DAYS_AFTER_ORDER.dueAt(till.clock.instant()));
        till.clock.set("2026-05-21T23:59");
        run();
        assertThat(inBank()).isZero();
        till.clock.set("2026-05-22T00:00");
        run();
        assertThat(inBank()).isEqualTo(sale.only().netCents());
    }

    @Test
    void notForWhatIsCancelledOrInError() {
        TestSale cancelled = released(5000);
        TestSale failing = released(3000);
        SQL.update(
                "update merchant_order set state = 'CANCELLED' where id = ?",
                cancelled.only().id());
        SQL.update(
                "update merchant_order set state = 'ERROR' where id = ?",
                failing.only().id());
        run();
        assertThat(inBank()).isZero();
    }

    @Test
    void notForWhatIsStillToBeCollected() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        sale.releaseAt(sale.only(), till.clock.instant());
        run();
        assertThat(available()).isZero();
    }

    /** T05: one that the provider refuses holds up nobody else's money. */
    @Test
    void thoughAnotherMerchantOfTheOrderCannotBe() {
        long other = town.merchant("Ty Pêcheur");
        TestSale sale = TestSale.at(till.clock, town)
                .part(5000)
                .part(other, town.shop(other, "Ty Pêcheur"), 2000)
                .paid(PaymentState.AUTHORISED);
        sale.parts.forEach(part -> sale.releaseAt(part, till.clock.instant()));
        till.provider.paid("payin" + sale.paymentId, town.portalId, 7000);
        Iterator<Mishap> mishaps = List.of(Mishap.NONE, Mishap.REFUSED).iterator();
        till.provider.mishaps(mishaps::next);
        till.captures.capture(sale.paymentId);
        till.provider.mishaps(() -> Mishap.NONE);
        run();
        assertThat(inBank()).isEqualTo(sale.only().netCents());
        assertThat(-till.ledger.balance(AccountRef.available(other))).isZero();

        refund(sale, 2000);
        assertThat(till.ledger.balance(AccountRef.debt(town.merchantId)))
                .as("what is refunded after it was paid")
                .isPositive();
        till.clock.moveForward(Duration.ofDays(1));
        till.captures.capture(sale.paymentId);
        releaseAll();
        assertThat(-till.ledger.balance(AccountRef.available(other)))
                .isEqualTo(sale.parts.get(1).netCents());
    }

    /** M65: only the payout waits, and the merchant is told once a week. */
    @Test
    void notWithoutAnIban() {
        SQL.update("update merchant set iban = null where id = ?", town.merchantId);
        TestSale sale = released(5000);
        run();
        run();
        assertThat(inBank()).isZero();
        assertThat(available()).isEqualTo(sale.only().netCents());
        assertThat(blockedMails()).isEqualTo(1);
        runAfter(Duration.ofDays(7));
        assertThat(blockedMails()).isEqualTo(2);
    }

    @Test
    void notWhileItsChangedIbanIsFrozen() {
        released(5000);
        frozenForThreeDays();
        runAfter(Duration.ofHours(71));
        assertThat(inBank()).isZero();
        assertThat(waiting()).isEqualTo(PayoutBlock.IBAN_FROZEN);
        runAfter(Duration.ofHours(1));
        assertThat(inBank()).isPositive();
    }

    /** What was set aside for the old IBAN and never reached the provider would be sent to the new one. */
    @Test
    void noneThatWasOnlyPlannedEither() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.LOST);
        run();
        assertThat(states()).containsExactly(PayoutState.UNKNOWN);
        frozenForThreeDays();
        till.provider.mishaps(() -> Mishap.NONE);
        runAfter(Duration.ofHours(2));
        assertThat(states()).containsExactly(PayoutState.UNKNOWN);
        assertThat(payouts.waiting(town.portalId, 10))
                .as("nothing else is available, and the freeze can still be ended")
                .singleElement()
                .matches(WaitingMerchant::frozen)
                .matches(waiting -> waiting.availableCents() == 0);
        assertThatThrownBy(() ->
                        payouts.askAgain(SQL.number("select id from payout where merchant_id = ?", town.merchantId)))
                .isInstanceOf(PayoutHeld.class);
        freezes.lift(itsOperator(), town.merchantId, "Vu au comptoir");
        run();
        runAfter(Duration.ofHours(1));
        isPaidOnce(sale);
    }

    @Test
    void norWhereTheIbanIsChangedWhileItsAccountIsLookedUp() {
        released(5000);
        till.provider.meanwhile(this::frozenForThreeDays);
        run();
        assertThat(inBank()).isZero();
        assertThat(states()).containsExactly(PayoutState.UNKNOWN);
    }

    @Test
    void soonerWhereTheOperatorSaysWhy() {
        released(5000);
        frozenForThreeDays();
        Actor operator = itsOperator();
        for (String reason : List.of("", "  ", "x".repeat(301))) {
            assertThatThrownBy(() -> freezes.lift(operator, town.merchantId, reason))
                    .isInstanceOf(ReasonRefused.class);
        }
        Actor stranger = Actor.operator(town.operator(TestShop.in(Preset.TOWN_ORDERS).portalId), "Ana");
        assertThatThrownBy(() -> freezes.lift(stranger, town.merchantId, "Vu au comptoir"))
                .as("of another portal")
                .isInstanceOf(NotFrozen.class);
        assertThatThrownBy(() -> freezes.lift(Actor.merchant(1, "Léa", town.merchantId), town.merchantId, "C’est moi"))
                .isInstanceOf(NotAllowed.class);
        run();
        assertThat(inBank()).isZero();
        freezes.lift(operator, town.merchantId, " Vu au comptoir ");
        assertThatThrownBy(() -> freezes.lift(operator, town.merchantId, "Encore"))
                .isInstanceOf(NotFrozen.class);
        run();
        assertThat(inBank()).isPositive();
        assertThat(SQL.list(
                        "select detail from audit_entry where action = 'payout_unfrozen' and merchant_id = ?",
                        row -> row.text("detail"),
                        town.merchantId))
                .containsExactly("Vu au comptoir");
    }

    /** At the address that the merchant has: whoever changed the IBAN did not choose it. */
    @Test
    void andIsToldOfAnotherIbanAndOfTheEndOfItsFreeze() {
        frozenForThreeDays();
        freezes.onChange(new IbanChanged(town.merchantId, "2606", "Léa", null));
        freezes.lift(itsOperator(), town.merchantId, "Vu au comptoir");
        assertThat(SQL.list(
                        "select event, recipient from notification where merchant_id = ? order by id",
                        row -> row.text("event") + " " + row.text("recipient"),
                        town.merchantId))
                .containsExactly(
                        "PAYOUT_IBAN_CHANGED m" + town.merchantId + "@exemple.fr",
                        "PAYOUT_UNFROZEN m" + town.merchantId + "@exemple.fr");
    }

    @Test
    void andPaysItsDebtFirst() {
        TestSale first = released(5000);
        run();
        refund(first, 2000);
        long debt = till.ledger.balance(AccountRef.debt(town.merchantId));
        assertThat(debt).isPositive();

        TestSale second = released(3000);
        run();
        assertThat(till.ledger.balance(AccountRef.debt(town.merchantId))).isZero();
        assertThat(SQL.list(
                        "select amount_cents from payout where merchant_id = ? order by id",
                        row -> row.number("amount_cents"),
                        town.merchantId))
                .containsExactly(first.only().netCents(), second.only().netCents() - debt);
    }

    @Test
    void againOnlyOnceTheIbanOfAReturnedPayoutHasChanged() {
        TestSale sale = released(5000);
        run();
        sendBack();
        assertThat(states()).containsExactly(PayoutState.RETURNED);
        assertThat(available()).isEqualTo(sale.only().netCents());
        run();
        assertThat(states()).hasSize(1);

        till.clock.moveForward(Duration.ofDays(1));
        SQL.update("update merchant set iban_changed_at = ? where id = ?", till.clock.instant(), town.merchantId);
        runAfter(Duration.ofDays(2));
        assertThat(states()).containsExactly(PayoutState.RETURNED, PayoutState.PAID);
        assertThat(inBank()).isEqualTo(sale.only().netCents());
    }

    /** Another server, which hands out larger ids, sent one before that came back: it is not the last, and holds up nothing. */
    @Test
    void thoughOneBeforeTheLastCameBackWithALargerId() {
        released(5000);
        run();
        SQL.update(
                "insert into payout (id, merchant_id, portal_id, amount_cents, state, idempotency_key, reference, planned_at, ended_at)"
                        + " values (?, ?, ?, 700, 'RETURNED', gen_random_uuid(), 'HEARLIER', ?, ?)",
                TestIds.id(),
                town.merchantId,
                town.portalId,
                till.clock.instant().minus(Duration.ofDays(7)),
                till.clock.instant().minus(Duration.ofDays(5)));
        released(3000);
        run();
        assertThat(SQL.number("select count(*) from payout where merchant_id = ? and state = 'PAID'", town.merchantId))
                .isEqualTo(2);
        OperationLists lists = Wired.with(new OperationLists(), SQL, till.clock);
        assertThat(lists.payouts(town.portalId, 10)).hasSize(3).noneMatch(OperationLists.PayoutRow::resumable);
        assertThat(lists.payouts(town.portalId, 10).get(2).reference()).isEqualTo("HEARLIER");
        OperatorDesk desk = Wired.with(new OperatorDesk(), SQL, till.clock);
        assertThat(desk.toDo(town.portalId)).extracting(ToDo::key).doesNotContain("payoutsBack");
        MerchantFinances finances = Wired.with(new MerchantFinances(), SQL, till.clock);
        assertThat(finances.payouts(Actor.merchant(1, "Léa", town.merchantId)))
                .extracting(MerchantFinances.PayoutRow::reference)
                .last()
                .isEqualTo("HEARLIER");
    }

    @Test
    void againWhenTheOperatorSaysSo() {
        town.account(town.merchantId, "en");
        released(5000);
        run();
        sendBack();
        assertThat(SQL.list(
                        "select event, recipient, language from notification where merchant_id = ? and event like 'PAYOUT_%'"
                                + " order by id",
                        row -> row.text("event") + " " + row.text("recipient") + " " + row.text("language"),
                        town.merchantId))
                .as("T04: it is told that money left, and that it came back, in its account's language")
                .containsExactly(
                        "PAYOUT_SENT m" + town.merchantId + "@exemple.fr en",
                        "PAYOUT_RETURNED m" + town.merchantId + "@exemple.fr en");
        payouts.resume(
                SQL.number("select id from payout where merchant_id = ?", town.merchantId), Actor.operator(1, "Ana"));
        run();
        assertThat(states()).containsExactly(PayoutState.RETURNED, PayoutState.PAID);
    }

    /** A bank takes its time: nobody asks any more, and the provider's call says which payout it was. */
    @Test
    void andThatItCameBackIsHeardOfAfterWeeksToo() {
        released(5000);
        run();
        till.clock.moveForward(Duration.ofDays(11));
        advanceOwn();
        long payout = SQL.number("select id from payout where merchant_id = ?", town.merchantId);
        till.clock.moveForward(Duration.ofDays(20));
        assertThat(payouts.due(payout - 1, 1)).as("not asked about any more").doesNotContain(payout);

        till.provider.bankSays(ProviderPayout.State.RETURNED);
        String name = SQL.one("select provider_id from payout where id = ?", row -> row.text("provider_id"), payout)
                .orElseThrow();
        PayoutTidings tidings = Wired.with(new PayoutTidings(), SQL, till.clock, new PeerProviders(till.provider));
        ProviderToldUs call =
                new ProviderToldUs(new ProviderReference(ProviderReference.Kind.PAYOUT_RETURN, "back-" + name));
        till.provider.mishaps(() -> Mishap.LOST);
        assertThatThrownBy(() -> tidings.told(call))
                .as("it is handled again")
                .isInstanceOf(IllegalStateException.class);
        till.provider.mishaps(() -> Mishap.NONE);
        tidings.told(call);
        assertThat(payouts.due(payout - 1, 1)).containsExactly(payout);
        advanceOwn();
        assertThat(states()).containsExactly(PayoutState.RETURNED);
    }

    /** The answer is lost after the money left: asked again under the same key, it leaves once. */
    @Test
    void onceHoweverOftenItIsSent() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
        run();
        assertThat(states()).containsExactly(PayoutState.UNKNOWN);
        till.provider.mishaps(() -> Mishap.NONE);
        runAfter(Duration.ofHours(2));
        runAfter(Duration.ofHours(2));
        isPaidOnce(sale);
    }

    /** Its key is forgotten: asked for again it would leave a second time. It is found by its reference. */
    @Test
    void onceThoughTheProviderHasForgottenItsKey() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
        run();
        aDayWithoutAnAnswer();
        till.provider.mishaps(() -> Mishap.LOST);
        run();
        assertThat(states()).as("not even the list").containsExactly(PayoutState.UNKNOWN);
        assertThat(isAskedAgain()).as("by itself").isTrue();

        till.provider.mishaps(() -> Mishap.NONE);
        runTheNextDay();
        isPaidOnce(sale);
        assertThat(till.ledger.balance(AccountRef.PAYOUT_IN_TRANSIT)).isEqualTo(inTransit);
    }

    /** It was never made: only then it is asked for under another key. */
    @Test
    void onceThoughItNeverReachedTheProvider() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.LOST);
        run();
        String key = key();
        aDayWithoutAnAnswer();
        till.provider.mishaps(() -> Mishap.NONE);
        runTheNextDay();
        assertThat(key()).as("another one").isNotEqualTo(key);
        isPaidOnce(sale);
    }

    /** The shop was killed while it was being asked for, and stood still for a day. */
    @Test
    void onceThoughNobodyIsLeftToHearTheAnswer() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.CRASH_AFTER);
        assertThatThrownBy(this::run).isInstanceOf(Crash.class);
        assertThat(states()).containsExactly(PayoutState.SENT);
        aDayWithoutAnAnswer();
        till.provider.mishaps(() -> Mishap.NONE);
        runTheNextDay();
        isPaidOnce(sale);
    }

    /** What went to the old IBAN is found during the freeze; what did not waits for its end. */
    @Test
    void onceThoughItsIbanIsChangedMeanwhile() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.LOST);
        run();
        frozenForThreeDays();
        till.provider.mishaps(() -> Mishap.NONE);
        aDayWithoutAnAnswer();
        payouts.askAgain(SQL.number("select id from payout where merchant_id = ?", town.merchantId));
        runAfter(Duration.ofDays(2));
        assertThat(inBank()).as("nothing leaves for the new one yet").isZero();
        runAfter(Duration.ofDays(2));
        runAfter(Duration.ofHours(2));
        isPaidOnce(sale);
    }

    @Test
    void orFoundWhileItsChangedIbanIsFrozen() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
        run();
        frozenForThreeDays();
        till.provider.mishaps(() -> Mishap.NONE);
        runAfter(Duration.ofHours(2));
        aDayWithoutAnAnswer();
        runTheNextDay();
        isPaidOnce(sale);
    }

    private void aDayWithoutAnAnswer() {
        till.provider.forgetsItsKeys();
        SQL.update(
                "update payout set asked_at = asked_at - interval '1 day' where merchant_id = ? and provider_id is null",
                town.merchantId);
    }

    private boolean isAskedAgain() {
        return SQL.number(
                        "select count(*) from payout where merchant_id = ? and next_check_at is not null",
                        town.merchantId)
                > 0;
    }

    private String key() {
        return SQL.one(
                        "select idempotency_key from payout where merchant_id = ?",
                        row -> row.uuid("idempotency_key").toString(),
                        town.merchantId)
                .orElseThrow();
    }

    /** What is refused on the way to the call that was made already is no answer to that one. */
    @Test
    void onceThoughItsAccountIsRefusedAfterwards() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.DONE_UNSEEN);
        run();
        till.provider.mishaps(() -> Mishap.NONE);
        till.provider.refusesAccounts(true);
        runAfter(Duration.ofHours(2));
        assertThat(states()).containsExactly(PayoutState.UNKNOWN);
        payouts.askAgain(SQL.number("select id from payout where merchant_id = ?", town.merchantId));
        assertThat(states()).as("nor when it is the operator who asks").containsExactly(PayoutState.UNKNOWN);
        assertThat(available()).isZero();

        till.provider.refusesAccounts(false);
        runTheNextDay();
        isPaidOnce(sale);
    }

    /** Nothing was asked of the bank yet, so that nothing can have left. */
    @Test
    void orNotAtAllWhereItsAccountIsRefusedAtOnce() {
        TestSale sale = released(5000);
        till.provider.refusesAccounts(true);
        run();
        assertThat(states()).containsExactly(PayoutState.FAILED);
        assertThat(available()).isEqualTo(sale.only().netCents());
    }

    /** Two locks, share and merchant, are taken in one order by all: a refund and a payout never wait for each other. */
    @Test
    void orRefundedWithoutADeadlockInTheSameMoment() throws Exception {
        TestSale sale = released(5000);
        releaseAll();
        CompletableFuture<Void> paying = new CompletableFuture<>();
        TestDatabase.inTransaction(() -> {
            SQL.number(
                    "select id from payment_share where id = ? for no key update",
                    sale.only().shareId());
            CompletableFuture.runAsync(() -> ended(paying, () -> payouts.pay(town.merchantId)));
            while (SQL.number("select count(*) from pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            till.refunds.request(sale.only().shareId(), 2000, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId));
        });
        paying.get(20, TimeUnit.SECONDS);
        assertThat(SQL.number("select sum(amount_cents) from payout where merchant_id = ?", town.merchantId))
                .as("what the refund left")
                .isLessThan(sale.only().netCents() - 1900);
        assertThat(till.ledger.balance(AccountRef.debt(town.merchantId))).isZero();
    }

    /**
     * Paid with its order and again as its balance: who cancels it asks both back, one after the other. Whoever releases or pays out the
     * second one meanwhile holds its share and wants the merchant, which the first one holds.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void orRefundedOfBothItsPaymentsWithoutADeadlock(boolean released) throws Exception {
        TestSale sale = collected(5000);
        long second = paidAgain(sale, 3000);
        sale.releaseAt(sale.only(), till.clock.instant());
        Runnable release = () -> TestDatabase.inTransaction(() -> {
            releases.release(List.of(second));
        });
        if (released) {
            release.run();
        }
        CompletableFuture<Void> meanwhile = new CompletableFuture<>();
        Actor merchant = Actor.merchant(1, "Léa", town.merchantId);
        TestDatabase.inTransaction(() -> {
            till.refunds.request(sale.only().shareId(), 5000, "Annulé", null, merchant);
            CompletableFuture.runAsync(() -> ended(meanwhile, released ? () -> payouts.pay(town.merchantId) : release));
            while (!meanwhile.isDone() && SQL.number("select count(*) from pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            till.refunds.request(second, 3000, "Annulé", null, merchant);
        });
        meanwhile.get(20, TimeUnit.SECONDS);
        assertThat(SQL.number(
                        "select sum(amount_cents) from refund where merchant_order_id = ?",
                        sale.only().id()))
                .isEqualTo(8000);
        assertThat(available()).isZero();
    }

    /** @return the share of the balance's payment, which is collected */
    private long paidAgain(TestSale sale, long cents) {
        long payment = TestIds.id();
        long share = TestIds.id();
        TestDatabase.inTransaction(() -> {
            SQL.update(
                    "insert into payment (id, purpose, portal_id, order_id, amount_cents, state, method, idempotency_key, provider_id,"
                            + " created_at, authorised_at, captured_at, expires_at)"
                            + " values (?, 'BALANCE', ?, ?, ?, 'CAPTURED', 'CARD', gen_random_uuid(), ?, ?, ?, ?, ?)",
                    payment,
                    town.portalId,
                    sale.orderId,
                    cents,
                    "payin" + payment,
                    till.clock.instant(),
                    till.clock.instant(),
                    till.clock.instant(),
                    till.clock.instant());
            SQL.update(
                    "insert into payment_share (id, payment_id, merchant_order_id, merchant_id, gross_cents, fee_cents, transfer_key,"
                            + " transfer_id, transfer_claimed_at, transferred_at, transfer_cents, transfer_fee_cents)"
                            + " values (?, ?, ?, ?, ?, 0, gen_random_uuid(), ?, ?, ?, ?, 0)",
                    share,
                    payment,
                    sale.only().id(),
                    town.merchantId,
                    cents,
                    "transfer" + share,
                    till.clock.instant(),
                    till.clock.instant(),
                    cents);
            till.ledger.post(Postings.accepted(
                    OrderNumbers.format(sale.orderNo),
                    Long.toString(payment),
                    List.of(new Share(town.merchantId, cents, 0))));
        });
        return share;
    }

    private static void ended(CompletableFuture<Void> future, Runnable work) {
        try {
            work.run();
            future.complete(null);
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    @Test
    void fromItsAvailableMoneyAgainWhereTheProviderRefuses() {
        TestSale sale = released(5000);
        till.provider.mishaps(() -> Mishap.REFUSED);
        run();
        assertThat(states()).containsExactly(PayoutState.FAILED);
        assertThat(available()).isEqualTo(sale.only().netCents());
        till.provider.mishaps(() -> Mishap.NONE);
        runAfter(Duration.ofDays(1));
        assertThat(states()).containsExactly(PayoutState.FAILED, PayoutState.PAID);
    }

    private void frozenForThreeDays() {
        SQL.update(
                "update merchant set iban_changed_at = ?, iban_frozen_until = ? where id = ?",
                till.clock.instant(),
                till.clock.instant().plus(Duration.ofDays(3)),
                town.merchantId);
    }

    private PayoutBlock waiting() {
        return payouts.waiting(town.portalId, 10).get(0).block();
    }

    private Actor itsOperator() {
        return Actor.operator(town.operator(town.portalId), "Ana");
    }

    private void run() {
        releaseAll();
        payouts.candidates(town.merchantId - 1, 1).stream()
                .filter(id -> id == town.merchantId)
                .forEach(payouts::pay);
        till.provider.bankSays(ProviderPayout.State.PAID);
        till.clock.moveForward(Duration.ofMinutes(10));
        advanceOwn();
        till.clock.moveForward(Duration.ofMinutes(-10));
    }

    private void runAfter(Duration time) {
        till.clock.moveForward(time);
        run();
    }

    /** It asks about what was silent, and hears of it the time after. */
    private void runTheNextDay() {
        runAfter(Duration.ofDays(1));
        runAfter(Duration.ofHours(2));
    }

    private void isPaidOnce(TestSale sale) {
        assertThat(states()).containsExactly(PayoutState.PAID);
        assertThat(inBank()).isEqualTo(sale.only().netCents());
    }

    private void releaseAll() {
        List<Long> due = releases.due(0, 10_000);
        TestDatabase.inTransaction(() -> {
            releases.release(due);
        });
    }

    private void advanceOwn() {
        SQL.list("select id from payout where merchant_id = ? order by id", row -> row.number("id"), town.merchantId)
                .forEach(payouts::advance);
    }

    private void sendBack() {
        till.provider.bankSays(ProviderPayout.State.RETURNED);
        long cents = inBank();
        till.provider.bank.put(wallet, 0L);
        till.provider.wallets.merge(wallet, cents, Long::sum);
        till.clock.moveForward(Duration.ofHours(25));
        advanceOwn();
    }

    private TestSale collected(int cents) {
        TestSale sale = TestSale.at(till.clock, town).part(cents).paid(PaymentState.AUTHORISED);
        till.provider.paid("payin" + sale.paymentId, town.portalId, cents);
        till.captures.capture(sale.paymentId);
        return sale;
    }

    private TestSale released(int cents) {
        TestSale sale = collected(cents);
        sale.releaseAt(sale.only(), till.clock.instant());
        return sale;
    }

    private void refund(TestSale sale, long cents) {
        TestDatabase.inTransaction(() -> {
            till.refunds.request(
                    sale.only().shareId(), cents, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId));
        });
    }

    private long inBank() {
        return till.provider.bank.getOrDefault(wallet, 0L);
    }

    private long available() {
        return -till.ledger.balance(AccountRef.available(town.merchantId));
    }

    private long blockedMails() {
        return SQL.number(
                "select count(*) from notification where merchant_id = ? and event = 'PAYOUT_BLOCKED'",
                town.merchantId);
    }

    private List<PayoutState> states() {
        return SQL.list(
                "select state from payout where merchant_id = ? order by id",
                row -> row.constant("state", PayoutState.class),
                town.merchantId);
    }

    private Payouts payouts() {
        TestClock clock = till.clock;
        TestIds ids = new TestIds();
        PayoutLifecycle lifecycle = Wired.with(new PayoutLifecycle(), SQL, ids, clock, till.events);
        Notifications notifications = Wired.with(new Notifications(), SQL, ids, clock, till.events);
        PayoutNotices notices = Wired.with(new PayoutNotices(), SQL, notifications);
        till.events.observe(PayoutMoved.class, notices::onMove);
        PayoutSteps steps = Wired.with(new PayoutSteps(), SQL, clock, till.ledger, lifecycle);
        PayoutPlanning planning = Wired.with(new PayoutPlanning(), SQL, ids, clock, till.ledger, notifications);
        return Wired.with(
                new Payouts(), SQL, clock, new TestTransactions(), planning, steps, new PeerProviders(till.provider));
    }
}
