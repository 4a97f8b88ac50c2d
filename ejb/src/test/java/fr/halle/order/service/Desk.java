package fr.halle.order.service;

import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.ledger.service.Ledger;
import fr.halle.merchant.service.Shops;
import fr.halle.notification.service.Notifications;
import fr.halle.notification.service.NotificationsQueued;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.payment.service.IdleRunner;
import fr.halle.payment.service.Refunds;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestEvent;
import fr.halle.testing.TestIds;
import fr.halle.testing.Wired;

/** The order desk put together as the container does it: the lifecycle with its observers. */
final class Desk {

    final TestClock clock = new TestClock("2026-11-21T10:00");
    final Sql sql = TestDatabase.sql();
    final TestEvent<NotificationsQueued> wakeups = new TestEvent<>();
    final Notifications notifications = Wired.with(new Notifications(), sql, new TestIds(), clock, wakeups);
    final Audit audit = Wired.with(new Audit(), sql, new TestIds(), clock);
    final Accounts accounts = Wired.with(new Accounts(), sql, new TestIds(), clock, audit);
    final Portals portals = Wired.with(new Portals(), sql, Wired.atOnce());
    final FrozenSettings frozen = Wired.with(new FrozenSettings(), sql);
    final Sight sight = Wired.with(new Sight(), accounts);
    private final Parts parts = Wired.with(new Parts(), sql, sight, new TestIds());
    private final CustomerIsTold customer = Wired.with(new CustomerIsTold(), sql, notifications);
    private final PlacesComeBack places = Wired.with(new PlacesComeBack(), sql);
    private final MerchantIsTold merchant = Wired.with(new MerchantIsTold(), sql, notifications);
    final TestEvent<MerchantOrderMoved> moved = new TestEvent<>(customer::onMove, merchant::onMove, places::onMove);
    final MerchantOrderLifecycle lifecycle = Wired.with(
            new MerchantOrderLifecycle(), parts, portals, clock, audit, Wired.with(new LastChange(), sql), moved);

    final PartReader reader = Wired.with(new PartReader(), sql);
    final MerchantOrders orders = Wired.with(new MerchantOrders(), sql, sight, reader, clock);
    final OrderCalendar calendar = Wired.with(new OrderCalendar(), sql, sight);
    final Preparation preparation = Wired.with(new Preparation(), sql, sight, reader, clock);
    final CustomerSearch customers = Wired.with(new CustomerSearch(), sql, sight, reader);
    final SavedFilters savedFilters = Wired.with(new SavedFilters(), sql, new TestIds(), clock);
    final NewParts news = Wired.with(new NewParts(), sql, sight, clock);
    final TodayDesk today = Wired.with(new TodayDesk(), sql, sight, clock, reader);
    final MerchantFinances finances = Wired.with(new MerchantFinances(), sql, clock);
    final Ledger ledger = Wired.with(new Ledger(), sql, new TestIds(), clock, Wired.atOnce());
    final TestEvent<BalanceMoved> balances = new TestEvent<>();
    final TestEvent<LinesCancelled> lines = new TestEvent<>(customer::onLines, merchant::onLines, places::onLines);
    final TestEvent<RefundGiven> given = new TestEvent<>(merchant::onRefund);
    final GivingBack givingBack =
            Wired.with(new GivingBack(), parts, Wired.with(new PartShares(), sql), refunds(), audit, given);
    final Cancellation cancellation = Wired.with(
            new Cancellation(),
            sql,
            parts,
            lifecycle,
            refunds(),
            Wired.with(new PartShares(), sql),
            Wired.with(new WaivedBalances(), sql, balances),
            Wired.with(new LineCancellation(), sql, new TestIds(), clock, audit, lines),
            audit,
            given);
    private final PickupGuesses guesses = Wired.with(new GuessesByThemselves(), sql, clock, audit);
    final Completion completion = Wired.with(new Completion(), sql, clock, sight, guesses, lifecycle);
    final PartMoves moves = Wired.with(new PartMoves(), sql, clock, orders, lifecycle, cancellation, completion);
    final Unaccepted unaccepted = Wired.with(
            new Unaccepted(),
            sql,
            clock,
            Wired.with(new Shops(), sql, portals),
            cancellation,
            refunds(),
            Wired.with(new UnacceptedIsTold(), sql, portals, notifications));

    private Refunds refunds() {
        return Wired.with(new Refunds(), sql, new TestIds(), clock, ledger, Wired.atOnce(), new IdleRunner());
    }

    void move(long part, MerchantOrderTransition transition, Actor actor, String reason) {
        TestDatabase.inTransaction(() -> lifecycle.apply(part, transition, actor, reason));
    }

    void move(long part, int version, MerchantOrderTransition transition, Actor actor) {
        TestDatabase.inTransaction(() -> lifecycle.apply(part, version, transition, actor, null));
    }

    String state(long part) {
        return sql.one("select state from merchant_order where id = ?", row -> row.text("state"), part)
                .orElseThrow();
    }

    int version(long part) {
        return (int) sql.number("select version from merchant_order where id = ?", part);
    }
}
