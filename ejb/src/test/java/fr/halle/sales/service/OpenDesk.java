package fr.halle.sales.service;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.portal.model.Preset;
import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Beans;
import fr.halle.testing.Camille;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestProvider;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import java.util.List;

/** A commercial desk of its own for one test: use cases wired as the container does it, and somebody who asks. */
final class OpenDesk {

    static final Actor CAMILLE = Actor.customer(0, "Camille Lefèvre");

    final Sql sql = TestDatabase.sql();
    final TestClock clock = new TestClock("2026-11-22T10:00");
    final TestProvider provider = new TestProvider();
    final TestTransactions transactions = new TestTransactions();
    final Beans beans = new Beans(sql, new TestIds(), clock, provider, transactions, transactions.afterCommit);
    final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    final Desks desks = beans.get(Desks.class);
    final SalesDesk desk = desks.at(shop.portalId, shop.merchantId);
    final RequestOpening opening = beans.get(RequestOpening.class);

    /** What comes from the form; {@code message} may be empty. */
    NewRequest asked(String message) {
        return Camille.asks(desk.id(), message);
    }

    long open(String message) {
        return TestDatabase.inTransaction(() -> opening.open(asked(message), CAMILLE));
    }

    RequestStage stage(long requestId) {
        return sql.one(
                        "select stage from sales_request where id = ?",
                        row -> row.constant("stage", RequestStage.class),
                        requestId)
                .orElseThrow();
    }

    /** Who was told of it, in this order. */
    List<String> told(NotificationEvent event, long requestId) {
        return sql.list(
                "select recipient from notification where event = ? and subject_id = ? order by id",
                row -> row.text("recipient"),
                event,
                requestId);
    }

    /** Somebody who works at this desk. */
    Actor secretary(String name) {
        long id = TestIds.id();
        sql.update(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id)"
                        + " values (?, ?, ?, ?, 'none', 'SECRETARY', ?, ?)",
                id,
                "u" + id,
                "u" + id + "@exemple.fr",
                name,
                shop.portalId,
                shop.merchantId);
        return Actor.merchant(id, name, shop.merchantId, Role.SECRETARY);
    }
}
