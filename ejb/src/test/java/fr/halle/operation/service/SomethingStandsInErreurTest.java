package fr.halle.operation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.JournalEntry;
import fr.halle.notification.service.NotificationsBuried;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.MerchantOrderLifecycle;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.MerchantAccount;
import fr.halle.payment.service.Patience;
import fr.halle.payment.service.Payments;
import fr.halle.payment.service.PeerProviders;
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payment.service.RefundMoved;
import fr.halle.payment.service.Till;
import fr.halle.payment.service.TransferNotAwaited;
import fr.halle.payment.service.TransferUnknown;
import fr.halle.payout.service.Payouts;
import fr.halle.payout.service.Releases;
import fr.halle.portal.model.Preset;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import fr.halle.testing.AtOnce;
import fr.halle.testing.Beans;
import fr.halle.testing.PeerProvider.Crash;
import fr.halle.testing.PeerProvider.Mishap;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** M41, O16: what the system could not bring to its end, each thing once, with a replay and another way out. */
class SomethingStandsInErreurTest {

    private static final Sql SQL = TestDatabase.sql();

    private final Till till = new Till();
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestShop other = TestShop.in(Preset.TOWN_ORDERS);
    private final Actor ana = operator();
    private final Transactions transactions = new Transactions() {
        @Override
        public <T> T inNew(Supplier<T> work) {
            return TestDatabase.inTransaction(work);
        }
    };
    private final Portals portals = Wired.with(new Portals(), SQL, Wired.atOnce());
    private final Payments payments = new Payments() {
        @Override
        public PaymentState refresh(long paymentId) {
            SQL.update("update payment set state = 'VOIDED' where id = ? and return_key is not null", paymentId);
            return PaymentState.VOIDED;
        }
    };
    private final Beans beans = new Beans(
                    SQL,
                    till.clock,
                    new TestIds(),
                    transactions,
                    Wired.atOnce(),
                    till.ledger,
                    till.saga,
                    till.captures,
                    payments,
                    portals,
                    new PeerProviders(till.provider))
            .observing(TroubleWatch.class);
    private final MerchantOrderLifecycle lifecycle = beans.get(MerchantOrderLifecycle.class);
    private final Troubles troubles = beans.get(Troubles.class);
    private final TroubleList list = beans.get(TroubleList.class);
    private final TroubleDesk desk = beans.get(TroubleDesk.class);

    SomethingStandsInErreurTest() {
        till.events.observe(RefundMoved.class, watch()::refund);
    }

    /** Refused once or twice it is tried again in silence; from the third time on somebody has to look. */
    @Test
    void aRefundThatIsRefusedThreeTimesOnceWithWhatWasSaidLast() {
        long refund = refusedRefund();
        refuse(refund, 1);
        assertThat(open()).isEmpty();
        refuse(refund, 3);
        assertThat(open()).singleElement().satisfies(trouble -> {
            assertThat(trouble.cause()).isEqualTo(TroubleCause.REFUND_REFUSED);
            assertThat(trouble.cents()).isEqualTo(700);
            assertThat(trouble.times()).isEqualTo(2);
            assertThat(trouble.message()).contains("009999");
            assertThat(trouble.merchant()).isEqualTo("Maison Morel");
        });
        assertThat(list.open(other.portalId, null, null, 9))
                .as("another portal's")
                .isEmpty();
        troubles.sweep(TroubleCause.REFUND_REFUSED);
        assertThat(open())
                .as("looked at again, nothing changes")
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.times()).isEqualTo(2));

        till.provider.mishaps(() -> Mishap.NONE);
        desk.replay(ana, town.portalId, open().get(0).id());
        assertThat(open()).as("refunded for good").isEmpty();
        assertThat(SQL.one("select state from refund where id = ?", row -> row.text("state"), refund))
                .contains("SUCCEEDED");
        assertThat(audited()).containsExactly("error_replayed REFUND_REFUSED");
    }

    @Test
    void andOfTwoWhoReplayItAtOnceOneIsTold() {
        long refund = refusedRefund();
        refuse(refund, 3);
        long trouble = open().get(0).id();
        Callable<String> press = () -> {
            try {
                return Boolean.toString(desk.replay(ana, town.portalId, trouble));
            } catch (BusinessException told) {
                return told.key();
            }
        };
        List<String> answers = AtOnce.all(2, press);
        assertThat(answers).hasSize(2).containsAnyOf("ReplayUnderWay", "TroubleUnknown");
        assertThat(audited()).hasSize(1);
    }

    /** K18: the money left by another way; the books say so, and the provider is not asked any more. */
    @Test
    void aRefundIsPaidByTheBankInstead() {
        long refund = refusedRefund();
        refuse(refund, 3);
        long trouble = open().get(0).id();
        long fees = -till.ledger.balance(AccountRef.PLATFORM_FEES);
        for (String[] typed : new String[][] {{"", "Carte perdue"}, {"VIR-0042", " "}, {"x".repeat(101), "y"}}) {
            assertThatThrownBy(() -> settle(ana, town.portalId, trouble, typed[0], typed[1]))
                    .isInstanceOf(WayOutRefused.class);
        }
        assertThatThrownBy(() -> settle(ana, other.portalId, trouble, "VIR", "x"))
                .isInstanceOf(TroubleUnknown.class);

        settle(ana, town.portalId, trouble, "VIR-0042", "Carte perdue");

        assertThat(open()).isEmpty();
        assertThat(SQL.one(
                        "select state || ' ' || outside_reference || ' ' || (next_check_at is null) as said from refund where id = ?",
                        row -> row.text("said"),
                        refund))
                .contains("SUCCEEDED VIR-0042 true");
        assertThat(-till.ledger.balance(AccountRef.PLATFORM_FEES)).isEqualTo(fees + 700);
        assertThat(SQL.one(
                        "select solution || ' ' || reference || ' ' || reason as s from order_trouble where id = ?",
                        row -> row.text("s"),
                        trouble))
                .contains("SETTLED VIR-0042 Carte perdue");
        assertThatThrownBy(() -> settle(ana, town.portalId, trouble, "VIR-0042", "Encore"))
                .isInstanceOf(TroubleUnknown.class);
    }

    @Test
    void andAPaymentOfWhichNothingIsLeftThenIsNotToBeCollectedAnyMore() {
        long refund = refusedRefund(5000);
        refuse(refund, 3);
        settle(ana, town.portalId, open().get(0).id(), "VIR-0042", "Carte perdue");
        assertThat(SQL.one(
                        "select p.state from payment p join refund r on r.payment_id = p.id where r.id = ?",
                        row -> row.text("state"),
                        refund))
                .contains("VOIDED");
    }

    /** T05: the provider has forgotten both keys, so that a transfer that nobody looked for must not be asked for a second time. */
    @Test
    void ofTwoTransfersWithoutAnAnswerOnlyTheOneThatWasLookedForIsMadeAgain() {
        long pecheur = town.merchant("Ty Pêcheur");
        TestSale sale = TestSale.at(till.clock, town)
                .part(5000)
                .part(pecheur, town.shop(pecheur, "Ty Pêcheur"), 2000)
                .paid(PaymentState.AUTHORISED);
        TestSale.Part lost = sale.parts.get(0);
        TestSale.Part unseen = sale.parts.get(1);
        till.provider.paid("payin" + sale.paymentId, town.portalId, 7000);
        till.provider.paid("others" + sale.paymentId, town.portalId, 9000);
        Iterator<Mishap> mishaps = List.of(Mishap.LOST, Mishap.DONE_UNSEEN).iterator();
        till.provider.mishaps(mishaps::next);
        till.captures.capture(sale.paymentId);
        till.provider.mishaps(() -> Mishap.NONE);
        till.provider.forgetsItsKeys();
        SQL.update(
                "update payment_share set transfer_asked_at = now() - interval '1 day' where payment_id = ?",
                sale.paymentId);
        till.clock.moveForward(Duration.ofDays(1));
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        assertThat(open()).extracting(Trouble::subjectId).containsExactlyInAnyOrder(lost.shareId(), unseen.shareId());

        assertThat(desk.replay(ana, town.portalId, troubleOf(lost.shareId()))).isTrue();

        assertThat(till.provider.wallet("wallet" + lost.merchantId())).isEqualTo(lost.netCents());
        assertThat(till.provider.wallet("wallet" + unseen.merchantId()))
                .as("once")
                .isEqualTo(unseen.netCents());
        assertThat(open()).extracting(Trouble::subjectId).containsExactly(unseen.shareId());
        assertThatThrownBy(() -> till.captures.capture(sale.paymentId))
                .as("still nobody knows, and the job does not ask")
                .isInstanceOf(TransferUnknown.class)
                .hasMessageContaining(unseen.number());

        settle(ana, town.portalId, troubleOf(unseen.shareId()), "transfer-42", "Vu chez le prestataire");
        assertThat(open()).isEmpty();
        assertThat(SQL.one("select state from payment where id = ?", row -> row.text("state"), sale.paymentId))
                .contains("CAPTURED");
    }

    /** Nobody knows whether it left; it is looked for, and made where it is not there. */
    @Test
    void aPayoutWithoutAnAnswerUntilItIsLookedFor() {
        long payout = silentPayout(Mishap.LOST);
        assertThat(open()).singleElement().satisfies(trouble -> {
            assertThat(trouble.cause()).isEqualTo(TroubleCause.PAYOUT_SILENT);
            assertThat(trouble.merchant()).isEqualTo("Maison Morel");
            assertThat(trouble.cents()).isEqualTo(amountOf(payout));
            assertThat(trouble.message()).as("what to look for").contains(referenceOf(payout), "no answer");
        });
        assertThat(silentToDo(town))
                .as("what the first page counts is what the list shows")
                .singleElement()
                .matches(todo -> todo.count() == 1 && todo.cents() == amountOf(payout));
        assertThat(silentToDo(other)).isEmpty();
        assertThat(list.open(other.portalId, null, null, 9))
                .as("another portal's")
                .isEmpty();
        till.provider.mishaps(() -> Mishap.LOST);
        assertThat(desk.replay(ana, town.portalId, open().get(0).id()))
                .as("the provider is still silent")
                .isFalse();
        till.provider.mishaps(() -> Mishap.NONE);
        till.clock.moveForward(Duration.ofMinutes(1));
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isTrue();
        assertThat(open()).isEmpty();
        assertThat(silentToDo(town)).isEmpty();
        assertThat(till.provider.bank.get("wallet" + town.merchantId)).isEqualTo(amountOf(payout));
        assertThat(off()).isEmpty();
    }

    @Test
    void andNotASecondTimeWhereItHadLeft() {
        long payout = silentPayout(Mishap.DONE_UNSEEN);
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isTrue();
        assertThat(till.provider.bank.get("wallet" + town.merchantId))
                .as("once")
                .isEqualTo(amountOf(payout));
        assertThat(off()).isEmpty();
    }

    /** The list is not to be had, and the operator has seen it on the provider's page: its number is checked there. */
    @Test
    void orIsPaidAsTheOperatorSawIt() {
        long payout = silentPayout(Mishap.DONE_UNSEEN);
        long trouble = open().get(0).id();
        String name = till.provider.payoutTags.get(referenceOf(payout));
        String foreign = town.merchantId + "-other";
        till.provider.paid("else" + payout, town.portalId, 100);
        till.provider.wallets.put("w" + payout, 100L);
        till.provider.payout(UUID.randomUUID(), new MerchantAccount(0, "u", "w" + payout, "b"), 100, 0, foreign);
        for (String wrong : List.of("unheard", "a/../b?c", till.provider.payoutTags.get(foreign))) {
            assertThatThrownBy(() -> settle(ana, town.portalId, trouble, wrong, "Vu chez le prestataire"))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            WayOutRefused.class,
                            why -> assertThat(why.field() + " " + why.reason()).isEqualTo("reference payout"));
        }
        till.provider.bankSays(ProviderPayout.State.PAID);

        settle(ana, town.portalId, trouble, name, "Vu chez le prestataire");

        assertThat(open()).isEmpty();
        assertThat(SQL.one(
                        "select state || ' ' || provider_id as s from payout where id = ?",
                        row -> row.text("s"),
                        payout))
                .contains("PAID " + name);
        assertThat(audited()).containsExactly("error_settled PAYOUT_SILENT: " + name + " · Vu chez le prestataire");
        assertThat(SQL.one(
                        "select subject from audit_entry where portal_id = ? and action = 'error_settled'",
                        row -> row.text("subject"),
                        town.portalId))
                .contains("payout " + referenceOf(payout));
        assertThat(SQL.number("select count(*) from posting p join journal_entry e on e.id = p.entry_id"
                        + " where e.key = 'payout_paid:" + referenceOf(payout) + "'"))
                .as("its one entry")
                .isEqualTo(2);
        assertThat(off()).isEmpty();
        long next = silentPayout(Mishap.LOST);
        assertThatThrownBy(() -> settle(ana, town.portalId, troubleOf(next), name, "Encore"))
                .as("it is another payout's")
                .isInstanceOf(WayOutRefused.class);
    }

    /** A killed call left it SENT: the list offers its button, which it does not while it is being asked about. */
    @Test
    void alsoOneWhoseCallerWasKilledAndThenItCanBeAskedAbout() {
        long payout = silentPayout(Mishap.CRASH_AFTER);
        assertThat(open()).extracting(Trouble::subjectId).containsExactly(payout);
        assertThat(askable()).containsExactly(true);
        SQL.update("update payout set asked_at = now() where id = ?", payout);
        assertThat(askable()).containsExactly(false);
        SQL.update("update payout set next_check_at = null where id = ?", payout);
        assertThat(askable()).as("nobody would ask").containsExactly(true);
    }

    private List<Boolean> askable() {
        return beans.get(OperationLists.class).payouts(town.portalId, 9).stream()
                .map(OperationLists.PayoutRow::askable)
                .toList();
    }

    private long silentPayout(Mishap mishap) {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        till.provider.mishaps(() -> Mishap.NONE);
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        till.captures.capture(sale.paymentId);
        sale.releaseAt(sale.only(), till.clock.instant());
        List<Long> due = List.of(sale.only().shareId());
        TestDatabase.inTransaction(() -> {
            beans.get(Releases.class).release(due);
        });
        till.provider.mishaps(() -> mishap);
        try {
            beans.get(Payouts.class).pay(town.merchantId);
        } catch (Crash killed) {
            assertThat(mishap).isEqualTo(Mishap.CRASH_AFTER);
        }
        till.provider.mishaps(() -> Mishap.NONE);
        troubles.sweep(TroubleCause.PAYOUT_SILENT);
        assertThat(open()).as("not before a day has passed").isEmpty();
        SQL.update(
                "update payout set asked_at = asked_at - interval '1 day' where merchant_id = ? and provider_id is null",
                town.merchantId);
        till.provider.forgetsItsKeys();
        troubles.sweep(TroubleCause.PAYOUT_SILENT);
        return SQL.number("select max(id) from payout where merchant_id = ?", town.merchantId);
    }

    private List<ToDo> silentToDo(TestShop shop) {
        return Wired.with(new OperatorDesk(), SQL, till.clock).toDo(shop.portalId).stream()
                .filter(todo -> todo.key().equals("payoutsSilent"))
                .toList();
    }

    private static long amountOf(long payout) {
        return SQL.number("select amount_cents from payout where id = ?", payout);
    }

    private static String referenceOf(long payout) {
        return SQL.one("select reference from payout where id = ?", row -> row.text("reference"), payout)
                .orElseThrow();
    }

    /** No answer came of which words could be kept. */
    @Test
    void aTransferWhoseCallerWasKilledStandsThereToo() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        till.provider.mishaps(() -> Mishap.CRASH_AFTER);
        assertThatThrownBy(() -> till.captures.capture(sale.paymentId)).isInstanceOf(Crash.class);
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        assertThat(open()).isEmpty();
        SQL.update(
                "update payment_share set transfer_asked_at = now() - interval '1 day' where payment_id = ?",
                sale.paymentId);
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        assertThat(open())
                .extracting(Trouble::subjectId)
                .containsExactly(sale.only().shareId());
        settle(ana, town.portalId, troubleOf(sale.only().shareId()), "transfer-42", "Vu chez le prestataire");
        assertThat(open()).isEmpty();
    }

    /** Replayed it may go through; refused for good, the operator's bank pays, once, and neither the collection nor a payout does so again. */
    @Test
    void aTransferThatIsRefusedForGoodIsPaidByTheBankInstead() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        TestSale.Part part = sale.only();
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        till.provider.mishaps(() -> Mishap.REFUSED);
        till.captures.capture(sale.paymentId);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> {
                    till.captures.settled(part.shareId(), "VIR-0042");
                    return 0;
                }))
                .as("refused once, it may go through by itself")
                .isInstanceOf(TransferNotAwaited.class);
        for (int i = 0; i < 2; i++) {
            till.clock.moveForward(Duration.ofDays(1));
            till.captures.capture(sale.paymentId);
        }
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        long trouble = troubleOf(part.shareId());
        assertThat(open().get(0).cents()).as("what is to be paid").isEqualTo(part.netCents());
        assertThat(desk.replay(ana, town.portalId, trouble)).isFalse();
        assertThatThrownBy(() -> settle(ana, other.portalId, trouble, "VIR-0042", "x"))
                .isInstanceOf(TroubleUnknown.class);
        long fees = -till.ledger.balance(AccountRef.PLATFORM_FEES);
        long pending = -till.ledger.balance(AccountRef.pending(part.merchantId()));

        settle(ana, town.portalId, trouble, "VIR-0042", "Compte fermé chez le prestataire");

        assertThat(open()).isEmpty();
        assertThat(-till.ledger.balance(AccountRef.PLATFORM_FEES)).isEqualTo(fees + part.netCents());
        assertThat(-till.ledger.balance(AccountRef.pending(part.merchantId()))).isEqualTo(pending - part.netCents());
        assertThat(audited()).contains("error_settled TRANSFER_STUCK: VIR-0042 · Compte fermé chez le prestataire");
        assertThat(SQL.one("select state from payment where id = ?", row -> row.text("state"), sale.paymentId))
                .contains("CAPTURED");
        assertThat(off()).as("the books add up").isEmpty();
        till.provider.mishaps(() -> Mishap.NONE);
        till.clock.moveForward(Duration.ofDays(30));
        till.captures.capture(sale.paymentId);
        assertThat(till.provider.wallet("wallet" + part.merchantId()))
                .as("not once more")
                .isZero();
        assertThat(beans.get(Payouts.class).pay(part.merchantId())).isEmpty();
        assertThatThrownBy(() -> settle(ana, town.portalId, trouble, "VIR-0042", "Encore"))
                .isInstanceOf(TroubleUnknown.class);

        long refund = TestDatabase.inTransaction(() ->
                till.refunds.request(part.shareId(), 700, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId)));
        till.saga.advance(refund);
        assertThat(SQL.one("select state from refund where id = ?", row -> row.text("state"), refund))
                .as("what is refunded later goes back from what the provider still holds")
                .contains("SUCCEEDED");
        assertThat(off()).isEmpty();
    }

    /** Nothing of the share is its merchant's any more. */
    @Test
    void untilItsMoneyHasGoneBackToTheCustomer() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        TestSale.Part part = sale.only();
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        refuseTransfers(sale);
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        assertThat(open()).hasSize(1);
        till.provider.mishaps(() -> Mishap.NONE);
        long refund = TestDatabase.inTransaction(() ->
                till.refunds.request(part.shareId(), 5000, "Annulé", null, Actor.merchant(1, "Léa", town.merchantId)));
        till.saga.advance(refund);
        till.clock.moveForward(Duration.ofDays(1));
        till.captures.capture(sale.paymentId);
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        assertThat(open()).isEmpty();
        assertThat(off()).isEmpty();
    }

    /** As often as somebody is asked to look. */
    private void refuseTransfers(TestSale sale) {
        till.provider.mishaps(() -> Mishap.REFUSED);
        for (int i = 0; i < Patience.VISIBLE_FAILURES; i++) {
            till.captures.capture(sale.paymentId);
            till.clock.moveForward(Duration.ofDays(1));
        }
    }

    /** Pays what was seen, of which something goes back before it is written down. */
    @Test
    void andNothingElseIsPaidThanIsBooked() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        TestSale.Part part = sale.only();
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        refuseTransfers(sale);
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        long trouble = troubleOf(part.shareId());
        long seen = open().get(0).cents();
        TestDatabase.inTransaction(() ->
                till.refunds.request(part.shareId(), 1000, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId)));
        assertThatThrownBy(() -> desk.settle(ana, town.portalId, trouble, seen, "VIR-0043", "Compte fermé"))
                .isInstanceOfSatisfying(
                        WayOutRefused.class, why -> assertThat(why.field()).isEqualTo("amount"));
        assertThat(open().get(0).cents()).as("what is shown now").isLessThan(seen);
        TestDatabase.inTransaction(() ->
                till.refunds.request(part.shareId(), 500, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId)));
        long shown = open().get(0).cents();
        troubles.sweep(TroubleCause.TRANSFER_STUCK);
        assertThat(open().get(0).cents()).as("the clock says it too").isLessThan(shown);
        settle(ana, town.portalId, trouble, "VIR-0043", "Compte fermé");
        assertThat(open()).isEmpty();
        assertThat(off()).isEmpty();
    }

    /** What the page shows when it is pressed. */
    private void settle(Actor operator, Long portal, long trouble, String reference, String reason) {
        long seen = SQL.number("select coalesce(max(amount_cents), 0) from order_trouble where id = ?", trouble);
        desk.settle(operator, portal, trouble, seen, reference, reason);
    }

    private List<String> off() {
        return beans.get(Invariants.class).prove(town.portalId).checks().stream()
                .filter(check -> !check.isOk())
                .map(Check::key)
                .toList();
    }

    /** The part itself goes on; the operator corrects the address, and everything that was given up leaves. */
    @Test
    void aMailThatNeverReachedItsMerchant() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        long first = dead("NEW_ORDER", sale);
        long second = dead("NEW_ORDER", sale);
        dead("ORDER_LINE_CONFIRMED", sale);
        watch().messages(new NotificationsBuried(List.of(first, second)));
        troubles.sweep(TroubleCause.MERCHANT_MAIL);
        assertThat(open())
                .extracting(Trouble::subjectId)
                .as("the customer's mail is no error of ours")
                .containsExactlyInAnyOrder(first, second);

        long trouble = open().get(0).id();
        for (String typed : List.of("", "nobody", "a@b", "a b@exemple.fr", "x@exemple.fr>,y@exemple.fr")) {
            assertThatThrownBy(() -> desk.correctAddress(ana, town.portalId, trouble, typed))
                    .as(typed)
                    .isInstanceOf(WayOutRefused.class);
        }
        desk.correctAddress(ana, town.portalId, trouble, " morel@exemple.fr ");
        assertThat(open()).isEmpty();
        assertThat(SQL.list(
                        "select recipient || ' ' || state as r from notification where id = any(?)",
                        row -> row.text("r"),
                        (Object) new Long[] {first, second}))
                .containsOnly("morel@exemple.fr QUEUED");
        assertThat(SQL.one("select email from merchant where id = ?", row -> row.text("email"), town.merchantId))
                .contains("morel@exemple.fr");
        assertThat(audited())
                .anyMatch(row -> row.startsWith("mail_corrected"))
                .as("no address in it")
                .noneMatch(row -> row.contains("@"));
        assertThat(state(sale.only().id())).isEqualTo("RECORDED");

        String told = " from notification where event = 'MERCHANT_ADDRESS_CHANGED' and merchant_id = ?";
        assertThat(SQL.list("select recipient" + told, row -> row.text("recipient"), town.merchantId))
                .as("whoever still reads the old one")
                .containsExactly("m" + town.merchantId + "@exemple.fr");
        SQL.update("update notification set state = 'DEAD' where id = (select id" + told + ")", town.merchantId);
        troubles.sweep(TroubleCause.MERCHANT_MAIL);
        assertThat(open()).as("that nobody does was known").isEmpty();
    }

    /** « Un paiement sans commande »: what nobody told of is found by the clock. */
    @Test
    void aPaymentOfWhichNoOrderWasMade() {
        long payment = TestIds.id();
        SQL.update(
                "insert into payment (id, purpose, portal_id, amount_cents, state, method, idempotency_key, provider_id, created_at,"
                        + " authorised_at, expires_at) values (?, 'ORDER', ?, 4200, 'AUTHORISED', 'CARD', ?, ?, ?, ?, ?)",
                payment,
                town.portalId,
                UUID.randomUUID(),
                "payin" + payment,
                till.clock.instant(),
                till.clock.instant(),
                till.clock.instant());
        assertThat(troubles.wrong()).contains(TroubleCause.PAYMENT_WITHOUT_ORDER);
        troubles.sweep(TroubleCause.PAYMENT_WITHOUT_ORDER);
        assertThat(open())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.cents()).isEqualTo(4200));
        assertThat(desk.replay(ana, town.portalId, open().get(0).id()))
                .as("it goes back")
                .isTrue();
        assertThat(open()).isEmpty();
    }

    /** Its order exists from the beginning, and it is not of it. */
    @Test
    void norOneOfABalanceThatWasNotAskedForAnyMore() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        long payment = TestIds.id();
        SQL.update(
                "insert into payment (id, purpose, portal_id, order_id, amount_cents, state, method, idempotency_key, provider_id, created_at,"
                        + " authorised_at, expires_at, return_key, checks) values (?, 'BALANCE', ?, ?, 7000, 'AUTHORISED', 'CARD', ?, ?, ?, ?, ?, ?, 2)",
                payment,
                town.portalId,
                sale.orderId,
                UUID.randomUUID(),
                "payin" + payment,
                till.clock.instant(),
                till.clock.instant(),
                till.clock.instant(),
                UUID.randomUUID());
        troubles.sweep(TroubleCause.PAYMENT_WITHOUT_ORDER);
        assertThat(open()).as("it is asked again by itself").isEmpty();
        SQL.update("update payment set checks = 3 where id = ?", payment);
        troubles.sweep(TroubleCause.PAYMENT_WITHOUT_ORDER);
        assertThat(open()).singleElement().satisfies(trouble -> {
            assertThat(trouble.subjectId()).isEqualTo(payment);
            assertThat(trouble.part()).isEqualTo(OrderNumbers.format(sale.orderNo));
        });
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isTrue();
        assertThat(open()).isEmpty();
    }

    /** The state before is kept, and come back to; only the system sets it, and nobody of the merchant's leaves it. */
    @Test
    void anOrderWhoseAccountsDoNotAddUpStopsAndGoesOn() {
        Actor merchant = Actor.merchant(1, "Maud", town.merchantId);
        PlacedOrder order = PlacedOrder.of(town, "TOWN_PICKUP", "", till.clock.instant());
        long product = town.product(ProductKind.GOODS, "Huîtres", 1890, 550);
        PlacedOrder.Part part =
                order.part(town.merchantId, town.shopId, product, 1890, MerchantOrderState.PROCESSING, null);
        TestDatabase.inTransaction(() -> troubles.look(TroubleCause.LEDGER, part.id(), ""));
        assertThat(open()).singleElement().satisfies(trouble -> {
            assertThat(trouble.message()).isEqualTo("ledger");
            assertThat(trouble.partState()).isEqualTo(MerchantOrderState.ERROR);
            assertThat(trouble.before()).isEqualTo(MerchantOrderState.PROCESSING);
        });
        for (MerchantOrderTransition forged : MerchantOrderTransition.values()) {
            assertThatThrownBy(
                            () -> TestDatabase.inTransaction(() -> lifecycle.apply(part.id(), forged, merchant, "x")))
                    .as("%s by a merchant", forged)
                    .isInstanceOf(MoveRefused.class);
        }
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isFalse();
        till.captures.capture(order.paymentId);
        assertThat(SQL.number(
                        "select count(*) from payment_share where payment_id = ? and transfer_claimed_at is not null",
                        order.paymentId))
                .as("its money stays where it is")
                .isZero();
        assertThat(till.captures.due(order.paymentId - 1, 1)).doesNotContain(order.paymentId);

        booked(order, part.cents());
        till.clock.moveForward(Duration.ofMinutes(1));
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isTrue();
        assertThat(state(part.id())).isEqualTo("PROCESSING");
        assertThat(open()).isEmpty();
        assertThat(till.captures.due(order.paymentId - 1, 1)).contains(order.paymentId);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> lifecycle.apply(part.id(), MerchantOrderTransition.FAIL, merchant, "by hand")))
                .as("set by hand")
                .isInstanceOf(MoveRefused.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> lifecycle.apply(part.id(), MerchantOrderTransition.FAIL, ana, "by hand")))
                .as("nor by the operator")
                .isInstanceOf(MoveRefused.class);
    }

    /** docs/errors.md: what was booked wrong stays, and the difference beside it puts it right. */
    @Test
    void anOrderThatWasBookedWrongGoesOnOnceTheDifferenceIsBooked() {
        PlacedOrder order = PlacedOrder.of(town, "TOWN_PICKUP", "", till.clock.instant());
        PlacedOrder.Part part = order.part(
                town.merchantId,
                town.shopId,
                town.product(ProductKind.GOODS, "Huîtres", 1890, 550),
                1890,
                MerchantOrderState.PROCESSING,
                null);
        booked(order, part.cents() - 90);
        TestDatabase.inTransaction(() -> troubles.look(TroubleCause.LEDGER, part.id(), ""));
        assertThat(state(part.id())).isEqualTo("ERROR");
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isFalse();

        TestDatabase.inTransaction(() -> till.ledger.post(
                List.of(JournalEntry.of("accepted", order.number(), "accepted:" + order.paymentId + ":corrected")
                        .debit(AccountRef.PSP, 90)
                        .credit(AccountRef.pending(part.merchantId()), 90)
                        .build())));
        till.clock.moveForward(Duration.ofMinutes(1));
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isTrue();
        assertThat(state(part.id())).isEqualTo("PROCESSING");
    }

    @Test
    void aPartThatFellForAnotherReasonIsLetGoOn() {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        TestDatabase.inTransaction(
                () -> lifecycle.apply(sale.only().id(), MerchantOrderTransition.FAIL, Actor.SYSTEM, "disk full"));
        troubles.sweep(TroubleCause.OTHER);
        assertThat(open())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.message()).isEqualTo("disk full"));
        assertThat(desk.replay(ana, town.portalId, open().get(0).id())).isTrue();
        assertThat(state(sale.only().id())).isEqualTo("RECORDED");
        assertThat(open()).isEmpty();
    }

    @Test
    void pageByPageOldestFirst() {
        for (int i = 0; i < 5; i++) {
            refuse(refusedRefund(), 3);
        }
        List<Trouble> first = list.open(town.portalId, null, null, 3);
        List<Trouble> rest = list.open(town.portalId, null, first.get(2).id(), 3);
        assertThat(Stream.concat(first.stream(), rest.stream()).map(Trouble::id))
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(list.counts(town.portalId)).containsEntry(TroubleCause.REFUND_REFUSED, 5L);
        assertThat(list.open(town.portalId, TroubleCause.LEDGER, null, 3)).isEmpty();
        assertThat(list.open(town.portalId, null, Long.MAX_VALUE, 3)).isEmpty();
    }

    private TroubleWatch watch() {
        return beans.get(TroubleWatch.class);
    }

    private List<Trouble> open() {
        return list.open(town.portalId, null, null, 100);
    }

    private long troubleOf(long subject) {
        return open().stream()
                .filter(trouble -> trouble.subjectId() == subject)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long refusedRefund() {
        return refusedRefund(700);
    }

    private long refusedRefund(long cents) {
        TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        till.provider.mishaps(() -> Mishap.REFUSED);
        return TestDatabase.inTransaction(() -> till.refunds.request(
                sale.only().shareId(), cents, "Cassé", null, Actor.merchant(1, "Léa", town.merchantId)));
    }

    private void refuse(long refund, int times) {
        for (int i = 0; i < times; i++) {
            till.saga.advance(refund);
            till.clock.moveForward(Duration.ofDays(1));
        }
    }

    private static long dead(String event, TestSale sale) {
        long id = TestIds.id();
        SQL.update(
                "insert into notification (id, portal_id, channel, event, key, recipient, language, order_id, merchant_order_id, merchant_id,"
                        + " state, created_at, next_try_at, last_error) select ?, portal_id, 'MAIL', ?, ?, 'old@exemple.fr', 'fr', order_id, id,"
                        + " merchant_id, 'DEAD', placed_at, placed_at, '550 unknown' from merchant_order where id = ?",
                id,
                event,
                "key" + id,
                sale.only().id());
        return id;
    }

    private void booked(PlacedOrder order, long cents) {
        PlacedOrder.Part part = order.parts.get(0);
        TestDatabase.inTransaction(() -> till.ledger.post(fr.halle.ledger.model.Postings.accepted(
                order.number(),
                Long.toString(order.paymentId),
                List.of(new fr.halle.ledger.model.Share(part.merchantId(), cents, 0)))));
    }

    private static String state(long part) {
        return SQL.one("select state from merchant_order where id = ?", row -> row.text("state"), part)
                .orElseThrow();
    }

    private List<String> audited() {
        return SQL.list(
                "select action || ' ' || detail as said from audit_entry where portal_id = ? and action in ('error_replayed',"
                        + " 'error_settled', 'mail_corrected') order by at, id",
                row -> row.text("said"),
                town.portalId);
    }

    private static Actor operator() {
        long id = TestIds.id();
        SQL.update(
                "insert into user_account (id, login, email, name, password_hash, role) values (?, ?, 'a@exemple.fr', 'Ana', 'none', 'OPERATOR')",
                id,
                "ana" + id);
        return Actor.operator(id, "Ana");
    }
}
