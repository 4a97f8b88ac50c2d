package fr.halle.payment.service;

import fr.halle.ledger.service.Ledger;
import fr.halle.testing.PeerProvider;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestEvents;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestTransactions;
import fr.halle.testing.Wired;

/** The use cases around a payment, wired to the test's database and to a provider in memory. */
public final class Till {

    public final TestClock clock = new TestClock("2026-05-13T09:20");
    public final PeerProvider provider = new PeerProvider();
    public final TestEvents events = new TestEvents();
    public final Ledger ledger = Wired.with(new Ledger(), TestDatabase.sql(), new TestIds(), clock, Wired.atOnce());
    public final Refunds refunds;
    public final RefundSaga saga;
    public final Captures captures;

    public Till() {
        RefundLifecycle lifecycle = Wired.with(new RefundLifecycle(), TestDatabase.sql(), new TestIds(), clock, events);
        PaymentLifecycle payments =
                Wired.with(new PaymentLifecycle(), TestDatabase.sql(), new TestIds(), clock, events);
        RefundSteps steps = Wired.with(new RefundSteps(), TestDatabase.sql(), clock, ledger, lifecycle, payments);
        CaptureSteps captureSteps = Wired.with(new CaptureSteps(), TestDatabase.sql(), clock, payments, ledger);
        TestTransactions transactions = new TestTransactions();
        Providers providers = new PeerProviders(provider);
        saga = Wired.with(new RefundSaga(), TestDatabase.sql(), clock, transactions, steps, providers);
        captures = Wired.with(new Captures(), TestDatabase.sql(), clock, transactions, captureSteps, providers);
        refunds = Wired.with(
                new Refunds(), TestDatabase.sql(), new TestIds(), clock, ledger, Wired.atOnce(), new IdleRunner());
    }
}
