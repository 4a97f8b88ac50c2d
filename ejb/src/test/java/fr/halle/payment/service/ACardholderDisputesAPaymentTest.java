package fr.halle.payment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.ledger.model.AccountRef;
import fr.halle.operation.service.Trouble;
import fr.halle.operation.service.TroubleCause;
import fr.halle.operation.service.TroubleDesk;
import fr.halle.operation.service.TroubleList;
import fr.halle.operation.service.TroubleWatch;
import fr.halle.operation.service.Troubles;
import fr.halle.operation.service.WayOutRefused;
import fr.halle.order.service.MerchantIsTold;
import fr.halle.payment.model.PaymentState;
import fr.halle.payout.service.Releases;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Beans;
import fr.halle.testing.PeerProvider.Mishap;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import fr.halle.testing.Wired;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M15, O16: his bank has the money back already; nobody gets it twice, and no merchant before it is decided whose it is. */
class ACardholderDisputesAPaymentTest {

    private static final Sql SQL = TestDatabase.sql();

    private final Till till = new Till();
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestSale sale = TestSale.at(till.clock, town).part(5000).paid(PaymentState.AUTHORISED);
    private final Beans beans = new Beans(
                    SQL,
                    till.clock,
                    new TestIds(),
                    new TestTransactions(),
                    Wired.atOnce(),
                    till.ledger,
                    till.saga,
                    new PeerProviders(till.provider))
            .observing(TroubleWatch.class, MerchantIsTold.class, Disputes.class);
    private final Disputes disputes = beans.get(Disputes.class);
    private final Captures captures = beans.get(Captures.class);
    private final Actor ana = Actor.operator(town.operator(town.portalId), "Ana");

    ACardholderDisputesAPaymentTest() {
        till.provider.paid("payin" + sale.paymentId, town.portalId, 5000);
        contests("D1", 5000);
    }

    @Test
    void itStandsInErreurOnceAndIsNotCollected() {
        tell("D1");
        tell("D1");
        assertThat(state()).isEqualTo(PaymentState.DISPUTED);
        captures.capture(sale.paymentId);
        assertThat(till.provider.wallet(wallet())).isZero();
        assertThat(open()).singleElement().satisfies(trouble -> {
            assertThat(trouble.cause()).isEqualTo(TroubleCause.PAYMENT_DISPUTED);
            assertThat(trouble.cents()).isEqualTo(5000);
            assertThat(trouble.message()).contains("FRAUD");
        });
        assertThat(told()).containsExactly("PAYMENT_DISPUTED");
    }

    /** The provider could not reach us: its own list of events says it. */
    @Test
    void isHeardOfThoughNobodyCalled() {
        till.provider.events.add(new ProviderEvent(
                "DISPUTE_CREATED", new ProviderReference(ProviderReference.Kind.DISPUTE, "D1"), till.clock.instant()));
        for (int looks = 0; looks < 2; looks++) {
            beans.get(MissedNotices.class).look();
        }
        assertThat(state()).isEqualTo(PaymentState.DISPUTED);
        assertThat(told()).containsExactly("PAYMENT_DISPUTED");
        assertThat(SQL.one("select events_until from provider_watch", row -> row.instant("events_until")))
                .as("the next look begins there")
                .hasValueSatisfying(until -> assertThat(until).isAfterOrEqualTo(till.clock.instant()));
    }

    /** Its notification is not taken for handled: the clock comes back to it. */
    @Test
    void isAskedAboutAgainWhereTheProviderIsSilent() {
        till.provider.mishaps(() -> Mishap.LOST);
        assertThatThrownBy(() -> tell("D1")).isInstanceOf(IllegalStateException.class);
        assertThat(state()).isEqualTo(PaymentState.AUTHORISED);
    }

    @Test
    void lostTheMerchantGivesItBackAndTheCardIsNotCreditedTwice() {
        captures.capture(sale.paymentId);
        sale.releaseAt(sale.only(), till.clock.instant());
        tell("D1");
        Releases releases = beans.get(Releases.class);
        assertThat(releases.due(sale.only().shareId() - 1, 1))
                .doesNotContain(sale.only().shareId());
        long before = till.provider.wallet(wallet());

        long refund = TestDatabase.inTransaction(
                () -> till.refunds.request(sale.only().shareId(), 5000, "Contesté", null, ana));
        till.saga.advance(refund);

        assertThat(refundState(refund)).isEqualTo("SUCCEEDED");
        assertThat(till.provider.wallet(wallet())).isLessThan(before);
        assertThat(till.provider.backOnCard).isEmpty();
        beans.get(Troubles.class).sweep(TroubleCause.PAYMENT_DISPUTED);
        assertThat(open()).isEmpty();
        assertThat(state()).isEqualTo(PaymentState.DISPUTED);
    }

    @Test
    void wonItsCollectionGoesOnAndALateNoticeChangesNothing() {
        tell("D1");
        win();
        assertThat(open()).isEmpty();
        assertThat(state()).isEqualTo(PaymentState.AUTHORISED);
        tell("D1");
        contests("D2", 0);
        tell("D2");
        assertThat(state()).as("told again, and of one that is over").isEqualTo(PaymentState.AUTHORISED);
        captures.capture(sale.paymentId);
        assertThat(state()).isEqualTo(PaymentState.CAPTURED);
        contests("D3", 5000);
        tell("D3");
        assertThat(state()).isEqualTo(PaymentState.DISPUTED);
        win();
        assertThat(state()).as("collected before").isEqualTo(PaymentState.CAPTURED);
        assertThat(told()).containsExactly("PAYMENT_DISPUTED", "DISPUTE_WON", "PAYMENT_DISPUTED", "DISPUTE_WON");
    }

    /** The merchant was paid out and has nothing left: the books say that the bank took it, and nobody pays the customer again. */
    @Test
    void lostAfterThePayoutTheOperatorNotesThatTheBankHasIt() {
        captures.capture(sale.paymentId);
        till.provider.wallets.put(wallet(), 0L);
        tell("D1");
        long held = till.ledger.balance(AccountRef.PSP);
        long fees = till.ledger.balance(AccountRef.PLATFORM_FEES);
        long refund = TestDatabase.inTransaction(
                () -> till.refunds.request(sale.only().shareId(), 5000, "Contesté", null, ana));
        long booked = till.ledger.balance(AccountRef.PLATFORM_FEES) - fees;
        till.saga.advance(refund);
        assertThat(refundState(refund)).isEqualTo("FAILED");

        TestDatabase.inTransaction(() -> beans.get(MoneyOutside.class).refunded(refund, ana, "D1"));

        assertThat(refundState(refund)).isEqualTo("SUCCEEDED");
        assertThat(till.ledger.balance(AccountRef.PSP)).isEqualTo(held - 5000);
        assertThat(till.ledger.balance(AccountRef.PLATFORM_FEES)).isEqualTo(fees + booked);
        assertThat(told()).doesNotContain("REFUND_SUCCEEDED");
    }

    /** Of a part of it the bank has no more than that: the card is credited by the provider, as it can be. */
    @Test
    void whatWasNotContestedGoesBackToTheCard() {
        contests("D1", 2000);
        tell("D1");
        long refund = TestDatabase.inTransaction(
                () -> till.refunds.request(sale.only().shareId(), 3000, "Reste", null, ana));
        till.saga.advance(refund);
        assertThat(till.provider.backOnCard).containsEntry("payin" + sale.paymentId, 3000L);
    }

    /** The card has a part back, and the bank takes the rest: nothing is left that anybody could give. */
    @Test
    void theRestOfWhatWasRefundedInPartIsAllOfIt() {
        till.saga.advance(TestDatabase.inTransaction(
                () -> till.refunds.request(sale.only().shareId(), 2000, "Abîmé", null, ana)));
        contests("D1", 3000);
        tell("D1");
        long refund = TestDatabase.inTransaction(
                () -> till.refunds.request(sale.only().shareId(), 3000, "Contesté", null, ana));
        till.saga.advance(refund);
        assertThat(refundState(refund)).isEqualTo("SUCCEEDED");
        assertThat(till.provider.backOnCard).containsEntry("payin" + sale.paymentId, 2000L);
    }

    @Test
    void whatIsRefundedMeanwhileIsNotWonAnyMore() {
        tell("D1");
        Trouble trouble = open().get(0);
        till.saga.advance(TestDatabase.inTransaction(
                () -> till.refunds.request(sale.only().shareId(), 5000, "Contesté", null, ana)));
        assertThatThrownBy(() -> settle(trouble)).isInstanceOf(WayOutRefused.class);
        assertThat(state()).isEqualTo(PaymentState.DISPUTED);
        assertThat(open()).isEmpty();
    }

    private void win() {
        settle(open().get(0));
    }

    private void settle(Trouble trouble) {
        beans.get(TroubleDesk.class).settle(ana, town.portalId, trouble.id(), trouble.cents(), "CR-1", "Gagné");
    }

    private static String refundState(long refund) {
        return SQL.one("select state from refund where id = ?", row -> row.text("state"), refund)
                .orElseThrow();
    }

    private void contests(String name, long takenCents) {
        till.provider.disputes.put(name, new ProviderDispute(name, "payin" + sale.paymentId, takenCents, "FRAUD"));
    }

    private void tell(String name) {
        disputes.told(new ProviderToldUs(new ProviderReference(ProviderReference.Kind.DISPUTE, name)));
    }

    /** What the merchant read, in order. */
    private List<String> told() {
        return SQL.list(
                "select event from notification where merchant_id = ? order by id",
                row -> row.text("event"),
                town.merchantId);
    }

    private List<Trouble> open() {
        return beans.get(TroubleList.class).open(town.portalId, null, null, 9);
    }

    private PaymentState state() {
        return SQL.one(
                        "select state from payment where id = ?",
                        row -> row.constant("state", PaymentState.class),
                        sale.paymentId)
                .orElseThrow();
    }

    private String wallet() {
        return "wallet" + town.merchantId;
    }
}
