package fr.halle.payout.service;

import fr.halle.ledger.model.AccountRef;
import fr.halle.notification.service.Notifications;
import fr.halle.payment.model.FeeSettings.Collect;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.PeerProviders;
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payment.service.RefundTooLarge;
import fr.halle.payment.service.Till;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One merchant with its customers, its provider and its bank, where the fee is taken one way or the other (K4). */
final class FeeWorld {

    private static final Sql SQL = TestDatabase.sql();

    final Till till = new Till();
    final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final List<TestSale> sales = new ArrayList<>();
    private final Map<String, String> settings;
    private final Releases releases = Wired.with(new Releases(), SQL, till.clock, till.ledger);
    private final Payouts payouts;
    private final String wallet = "wallet" + town.merchantId;

    FeeWorld(Collect collect, String feesOnRefund) {
        settings = Map.of(
                "preset", Preset.TOWN_PICKUP.name(), "fees.collect", collect.name(), "fees.on_refund", feesOnRefund);
        TestIds ids = new TestIds();
        PayoutLifecycle lifecycle = Wired.with(new PayoutLifecycle(), SQL, ids, till.clock, till.events);
        Notifications notifications = Wired.with(new Notifications(), SQL, ids, till.clock, till.events);
        PayoutSteps steps = Wired.with(new PayoutSteps(), SQL, till.clock, till.ledger, lifecycle);
        PayoutPlanning planning = Wired.with(new PayoutPlanning(), SQL, ids, till.clock, till.ledger, notifications);
        payouts = Wired.with(
                new Payouts(),
                SQL,
                till.clock,
                new TestTransactions(),
                planning,
                steps,
                new PeerProviders(till.provider));
    }

    void sell(int cents) {
        TestSale sale =
                TestSale.at(till.clock, town).under(settings).part(cents).paid(PaymentState.AUTHORISED);
        sale.releaseAt(sale.only(), till.clock.instant().plus(Duration.ofHours(48)));
        till.provider.paid("payin" + sale.paymentId, town.portalId, cents);
        sales.add(sale);
    }

    /** @param which of the sales so far, the oldest first */
    void refund(int which, int thousandths) {
        TestSale.Part part = sales.get(which % sales.size()).only();
        long cents = Math.max(1, part.grossCents() * thousandths / 1000);
        try {
            TestDatabase.inTransaction(() -> {
                till.refunds.request(part.shareId(), cents, "Cassé", null, Actor.merchant(1, "Léa", part.merchantId()));
            });
        } catch (RefundTooLarge tooLarge) {
            if (tooLarge.getMessage() == null) {
                throw tooLarge;
            }
        }
    }

    void collect() {
        sales.forEach(sale -> till.captures.capture(sale.paymentId));
    }

    void moveRefunds() {
        ids("select id from refund where merchant_id = ? order by id").forEach(till.saga::advance);
    }

    void payOut() {
        List<Long> shares =
                ids("select id from payment_share where merchant_id = ? and released_at is null order by id");
        List<Long> due = releases.due(shares.isEmpty() ? 0 : shares.get(0) - 1, 10_000).stream()
                .filter(shares::contains)
                .toList();
        TestDatabase.inTransaction(() -> {
            releases.release(due);
        });
        payouts.pay(town.merchantId);
        till.provider.bankSays(ProviderPayout.State.PAID);
        pass(1);
        advancePayouts();
    }

    /** The bank sends the last payout back; the operator lets the money leave again. */
    void sendBack() {
        for (long id : ids(
                "select max(id) as id from payout where merchant_id = ? and state = 'PAID' having max(id) is not null")) {
            String name = SQL.one("select provider_id from payout where id = ?", row -> row.text("provider_id"), id)
                    .orElseThrow();
            till.provider.returned(wallet, name, SQL.number("select amount_cents from payout where id = ?", id));
            SQL.update("update payout set next_check_at = ? where id = ?", till.clock.instant(), id);
            payouts.advance(id);
            till.provider.payouts.put(name, ProviderPayout.State.PAID);
            payouts.resume(id, Actor.operator(1, "Ana"));
        }
    }

    void pass(int hours) {
        till.clock.moveForward(Duration.ofHours(hours));
    }

    /** Nothing goes wrong any more, time passes, and one more sale is larger than any debt. */
    void settle() {
        sell(2_000_000);
        for (int round = 0; round < 40; round++) {
            collect();
            moveRefunds();
            payOut();
            advancePayouts();
            pass(7);
        }
    }

    long inBank() {
        return till.provider.bank.getOrDefault(wallet, 0L);
    }

    long inWallet() {
        return till.provider.wallet(wallet);
    }

    long platformHolds() {
        return till.provider.wallet("fees");
    }

    /** What the ledger says is the platform's of this merchant's sales. */
    long platformOwns() {
        return SQL.number(
                "select coalesce(sum(fee_cents - fee_returned_cents), 0) from payment_share where merchant_id = ?",
                town.merchantId);
    }

    /** Available, or already on its way or in the bank. */
    long earned() {
        return -till.ledger.balance(AccountRef.available(town.merchantId))
                + SQL.number(
                        "select coalesce(sum(amount_cents), 0) from payout where merchant_id = ? and state not in ('RETURNED', 'FAILED')",
                        town.merchantId);
    }

    long pending() {
        return -till.ledger.balance(AccountRef.pending(town.merchantId));
    }

    long debt() {
        return till.ledger.balance(AccountRef.debt(town.merchantId));
    }

    long owedToCustomers() {
        return SQL.number(
                "select coalesce(sum(amount_cents), 0) from refund where merchant_id = ? and state <> 'SUCCEEDED'",
                town.merchantId);
    }

    /** All that was ever posted about this merchant's sales, refunds and payouts. */
    long booked() {
        return SQL.number(
                "select coalesce(sum(p.amount_cents), 0) from posting p where p.entry_id in (select q.entry_id from posting q"
                        + " join ledger_account a on a.id = q.account_id where a.owner_id = ?)",
                town.merchantId);
    }

    long net() {
        return SQL.number(
                "select sum(gross_cents - fee_cents - refunded_cents + fee_returned_cents) from payment_share where merchant_id = ?",
                town.merchantId);
    }

    private void advancePayouts() {
        ids("select id from payout where merchant_id = ? order by id").forEach(payouts::advance);
    }

    private List<Long> ids(String select) {
        return SQL.list(select, row -> row.number("id"), town.merchantId);
    }
}
