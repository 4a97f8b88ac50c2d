package fr.halle.checkout.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.checkout.model.OrderDraft.Claim;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.service.IdleRunner;
import fr.halle.payment.service.Payments;
import fr.halle.portal.model.Preset;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Beans;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestProvider;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The checkout wired to a real database and a provider in memory, and what a test puts into it. */
final class Till {

    static final String BASE = "http://ville.localhost:8080";

    final Sql sql = TestDatabase.sql();
    final TestClock clock = new TestClock("2026-11-21T09:00");
    final TestProvider provider = new TestProvider();
    final TestTransactions transactions = new TestTransactions();
    final TestShop shop;
    final Beans beans;
    final Checkouts checkouts;
    final Payments payments;
    private final Preset preset;

    Till(Preset preset) {
        this.preset = preset;
        shop = TestShop.in(preset);
        beans = new Beans(sql, new TestIds(), clock, provider, transactions, transactions.afterCommit, new IdleRunner())
                .observing(PaymentConsequences.class);
        checkouts = beans.get(Checkouts.class);
        payments = beans.get(Payments.class);
    }

    UUID cart() {
        UUID id = UUID.randomUUID();
        sql.update(
                "insert into cart (id, portal_id, language, created_at, touched_at) values (?, ?, 'fr', ?, ?)",
                id,
                shop.portalId,
                clock.instant(),
                clock.instant());
        return id;
    }

    CheckoutStarted start(UUID cart, OrderDraft draft) {
        return start(cart, UUID.randomUUID().toString(), draft);
    }

    CheckoutStarted start(UUID cart, String key, OrderDraft draft) {
        return checkouts.start(cart, key, draft, BASE, PaymentMethod.CARD);
    }

    /** What the clock's job does about checkouts whose time is over. */
    void expire() {
        checkouts.late(0, 10_000).forEach(payments::refresh);
    }

    /** The newest payment of a cart. */
    long paymentOf(UUID cart) {
        return sql.number(
                "select p.id from payment p join checkout k on k.id = p.checkout_id where k.cart_id = ?"
                        + " order by p.id desc limit 1",
                cart);
    }

    TestProvider.Known pageOf(long payment) {
        return provider.known(text("select provider_id from payment where id = ?", payment));
    }

    String text(String statement, Object... values) {
        return sql.list(
                        statement.replaceFirst("(?i)^select (\\S+) from", "select $1 as it from"),
                        row -> row.text("it"),
                        values)
                .get(0);
    }

    long number(String statement, Object... values) {
        return sql.number(statement, values);
    }

    OrderDraft draft(Part... parts) {
        return draft(Map.of(), parts);
    }

    OrderDraft draft(Map<String, String> settings, Part... parts) {
        Map<String, String> frozen = new java.util.HashMap<>(settings);
        frozen.put("preset", preset.name());
        return new OrderDraft(
                new OrderDraft.Customer(
                        "Camille", "Martin", "camille@exemple.fr", "0601020304", "2 rue Haute", "14390", "Ville", "FR"),
                "fr",
                List.of(parts),
                List.of(),
                frozen,
                null);
    }

    Part part(Line... lines) {
        return part(shop.merchantId, shop.shopId, null, 0, lines);
    }

    Part part(long merchant, long shopId, @Nullable Instant slot, long shipping, Line... lines) {
        return new Part(
                merchant,
                shopId,
                slot == null ? "NONE" : "PICKUP",
                slot,
                slot == null ? null : slot.plusSeconds(1800),
                null,
                null,
                null,
                null,
                shipping,
                LocalDate.of(2026, 11, 21),
                List.of(lines));
    }

    /** One product of the first shop, as many as the capacity row says. */
    Line line(int no, long product, long quantity, long unitCents, Claim... claims) {
        return line(no, product, quantity, unitCents, quantity * unitCents, 0, null, claims);
    }

    Line line(
            int no,
            long product,
            long quantity,
            long unitCents,
            long dueNow,
            long tax,
            @Nullable Balance balance,
            Claim... claims) {
        return new Line(
                no,
                product,
                ProductKind.GOODS,
                "Huîtres n° 3",
                "Coquillages",
                "Maison Morel",
                "",
                "3 unités",
                quantity,
                false,
                unitCents,
                quantity * unitCents,
                550,
                tax,
                dueNow,
                "LEGAL",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                "huitres.svg",
                balance,
                new ArrayList<>(List.of(claims)));
    }

    static Claim claim(long capacity, long quantity) {
        return new Claim(capacity, quantity);
    }
}
