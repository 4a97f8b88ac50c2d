package fr.halle.outside.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.service.PartUnknown;
import fr.halle.outside.model.OutsidePushState;
import fr.halle.portal.model.Preset;
import fr.halle.sales.service.Desks;
import fr.halle.sales.service.PushedSales;
import fr.halle.sales.service.RequestOpening;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Beans;
import fr.halle.testing.Camille;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A ski school whose desk has an account at a scripted outside system, and what it sold. */
final class ConnectedDesk implements AutoCloseable {

    final Sql sql = TestDatabase.sql();
    final TestClock clock = new TestClock("2026-11-22T10:00");
    final ScriptedOutside outside = new ScriptedOutside();
    final TestTransactions transactions = new TestTransactions();
    final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    final Beans beans;
    final long deskId;
    final SalePushes pushes;
    final PushDelivery delivery;
    final long product;

    ConnectedDesk() {
        OutsideAccounts accounts = new OutsideAccounts() {
            @Override
            Optional<OutsideAccount> of(long desk) {
                return Optional.of(outside.account());
            }
        };
        beans = new Beans(sql, new TestIds(), clock, transactions, accounts)
                .observing(PushedSales.class, CancelledSales.class);
        beans.get(OutsideHttp.class).waitOnly(Duration.ofMillis(300));
        deskId = beans.get(Desks.class).at(shop.portalId, shop.merchantId).id();
        pushes = beans.get(SalePushes.class);
        delivery = beans.get(PushDelivery.class);
        product = shop.product(ProductKind.PRIVATE_LESSON, "Leçon", 13_600, 2000);
    }

    long request() {
        return TestDatabase.inTransaction(() -> beans.get(RequestOpening.class)
                .open(Camille.asks(deskId, "Bonjour"), Actor.customer(0, "Camille Lefèvre")));
    }

    PlacedOrder.Part part() {
        return PlacedOrder.of(shop, "MOUNTAIN", "", clock.instant())
                .part(shop.merchantId, shop.shopId, product, 13_600);
    }

    SaleToPush sale(long lineId) {
        return new SaleToPush(
                lineId,
                "ESF-PRIVE",
                "PRIV-AD-2H",
                "Cours privé",
                LocalDate.parse("2027-02-17"),
                LocalDate.parse("2027-02-17"),
                TestClock.instantOf("2027-02-17T10:00"),
                TestClock.instantOf("2027-02-17T12:00"),
                2,
                null,
                1,
                13_600,
                13_600,
                2000);
    }

    /** Queues a line of an order of its own. @return its push */
    long queue(long requestId, int others) {
        return queue(requestId, part().lineId(), others);
    }

    long queue(long requestId, long lineId, int others) {
        transactions.inNew(() -> {
            pushes.queue(new SalesToPush(
                    deskId, requestId, "EP-00042", "Camille Lefèvre", "fr", List.of(sale(lineId)), others));
            return 0;
        });
        return sql.number("select id from outside_push where line_id = ? and act = 'SALE'", lineId);
    }

    void cancel(long lineId) {
        transactions.inNew(() -> {
            pushes.cancel(List.of(lineId), Actor.SYSTEM);
            return 0;
        });
    }

    /** What the job does. */
    void sweep() {
        sql.list(
                        "select id from outside_push where desk_id = ? and next_try_at <= ? order by id",
                        row -> row.number("id"),
                        deskId,
                        clock.instant())
                .forEach(delivery::deliver);
    }

    void later(Duration time) {
        clock.moveForward(time);
        sweep();
    }

    OutsidePushState state(long id) {
        return sql.one(
                        "select state from outside_push where id = ?",
                        row -> row.constant("state", OutsidePushState.class),
                        id)
                .orElseThrow(PartUnknown::new);
    }

    long cancellationOf(long saleId) {
        return sql.number("select id from outside_push where sale_id = ?", saleId);
    }

    boolean isDone(long requestId) {
        return sql.number("select count(*) from sales_request where id = ? and done_at is not null", requestId) == 1;
    }

    long acts(long requestId, String kind) {
        return sql.number("select count(*) from request_event where request_id = ? and kind = ?", requestId, kind);
    }

    @Override
    public void close() {
        outside.close();
    }
}
