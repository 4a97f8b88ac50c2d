package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.service.Pricing;
import fr.halle.catalog.service.TestPrices;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.service.Slots;
import fr.halle.portal.model.Preset;
import fr.halle.portal.service.Portals;
import fr.halle.shared.service.Seals;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A town on Wednesday 13 May 2026 at 13:24, the day before Ascension, with two shops that sell oysters, wine and socks. */
public final class TestBasket {

    public final TestShop town;
    public final TestClock clock = new TestClock("2026-05-13T13:24");
    public final Portals portals;
    public final Shops shops;
    public final Slots slots;
    public final Carts carts;
    public final long cellarShop;
    /** 11,40 € the dozen, 30 left. */
    public final long oysters;
    /** 9,80 €, for adults, 12 left. */
    public final long wine;
    /** 29,00 € the kilogram, 5 kg left. */
    public final long cheese;

    public TestBasket() {
        this(TestDatabase.sql());
    }

    public TestBasket(Sql sql) {
        town = TestShop.in(Preset.TOWN_PICKUP);
        portals = Wired.with(new Portals(), sql, Wired.atOnce());
        shops = Wired.with(new Shops(), sql, portals);
        slots = Wired.with(new Slots(), sql, shops, clock);
        carts = server(sql);
        long cellar = town.merchant("Cave du Phare");
        cellarShop = town.shop(cellar, "Cave du Phare");
        town.open(town.shopId, "09:00", "18:00");
        town.open(cellarShop, "10:00", "19:00");
        oysters = town.product(ProductKind.GOODS, "Huîtres creuses n° 3", 1140, 550);
        town.stock(oysters, 30);
        cheese = town.product(ProductKind.GOODS, "Comté 18 mois", 2900, 550);
        town.set(cheese, "by_weight", true);
        town.stock(cheese, 5000);
        wine = town.product(cellarShop, ProductKind.GOODS, "Muscadet", 980, 2000);
        town.set(wine, "adults_only", true);
        town.stock(wine, 12);
    }

    /** The baskets as another server sees them, with a memory of its own. */
    public Carts server(Sql sql) {
        Pricing pricing = TestPrices.of(sql, clock);
        CartStore store = Wired.with(new CartStore(), sql, new TestIds(), ids(sql), clock);
        OwnClaims own = Wired.with(new OwnClaims(), sql);
        CartChecks checks = Wired.with(new CartChecks(), sql, pricing, slots, own);
        CartViews views = Wired.with(new CartViews(), store, pricing, shops, checks);
        return Wired.with(new Carts(), store, views, checks, pricing, shops);
    }

    private CartIds ids(Sql sql) {
        return Wired.with(new CartIds(), Wired.with(new Seals(), sql), clock);
    }

    /** An id as a customer is given it: nothing of the cart is written yet. */
    public UUID open() {
        return carts.promise(town.portalId, "fr");
    }

    public CartLine add(UUID cart, long product, long quantity) {
        return carts.add(town.portalId, cart, pieces(product, quantity), Map.of());
    }

    public CartView view(UUID cart) {
        return carts.view(town.portalId, cart, "fr");
    }

    public void pickup(UUID cart, long shop, String inParis) {
        carts.choosePart(town.portalId, cart, shop, Collection.pickup(TestClock.instantOf(inParis)));
    }

    /** Oysters and wine, fetched on Friday 15 May. */
    public UUID ready() {
        UUID cart = open();
        add(cart, oysters, 2);
        add(cart, wine, 1);
        pickup(cart, town.shopId, "2026-05-15T10:30");
        pickup(cart, cellarShop, "2026-05-15T11:00");
        return cart;
    }

    public static Choice pieces(long product, long quantity) {
        return new Choice(product, null, quantity, null, null, null, null, null, null);
    }

    /** Everything the database keeps of a cart, to see that a refusal changed nothing. */
    public static List<String> rows(UUID cart) {
        return TestDatabase.sql()
                .list(
                        "select c::text || coalesce(string_agg(l::text, ';' order by l.id), '') || coalesce((select string_agg(p::text,"
                                + " ';' order by p.shop_id) from cart_part p where p.cart_id = c.id), '') as all_of_it"
                                + " from cart c left join cart_line l on l.cart_id = c.id where c.id = ? group by c.id",
                        row -> row.text("all_of_it"),
                        cart);
    }

    /** A pending checkout of the cart that holds this much of one capacity row and, where there is one, a pickup slot. */
    public void hold(UUID cart, long capacity, long quantity, long shop, Instant slot) {
        long checkout = TestIds.id();
        Sql sql = TestDatabase.sql();
        sql.update(
                "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token, state,"
                        + " draft, total_cents, due_now_cents, created_at, expires_at)"
                        + " values (?, ?, ?, ?, '', ?, '\\x00', '', 'PENDING', '{}', 0, 0, now(), now())",
                checkout,
                town.portalId,
                cart,
                "held" + checkout,
                checkout);
        sql.update(
                "insert into capacity_claim (checkout_id, line_no, capacity_id, quantity) values (?, 1, ?, ?)",
                checkout,
                capacity,
                quantity);
        sql.update("update capacity set taken = taken + ? where id = ?", quantity, capacity);
        sql.update("insert into slot_claim (checkout_id, shop_id, slot_start) values (?, ?, ?)", checkout, shop, slot);
    }
}
