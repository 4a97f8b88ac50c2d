package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.cart.service.CartUnknown;
import fr.halle.cart.service.Carts;
import fr.halle.cart.service.TestBasket;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.service.Sql;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** GDPR art. 5 (1) e: a basket that nobody orders goes a month after its last change, and not while it is in somebody's hands. */
class OldBasketsGoTest {

    private final Sql sql = TestDatabase.sql();
    private final TestTill till = new TestTill();
    private final TestBasket world = till.world;
    private final Ordering ordering = till.ordering();
    private final OldBaskets baskets = Wired.with(new OldBaskets(), sql, world.clock);
    private final UUID cart = filled();

    /** Oysters and wine, fetched on Friday. Its id was given away long ago: it opens no new basket any more. */
    private UUID filled() {
        UUID id = opened();
        world.add(id, world.oysters, 2);
        world.add(id, world.wine, 1);
        world.pickup(id, world.town.shopId, "2026-05-15T10:30");
        world.pickup(id, world.cellarShop, "2026-05-15T11:00");
        return id;
    }

    private UUID opened() {
        UUID id = UUID.randomUUID();
        sql.update(
                "insert into cart (id, portal_id, language, created_at, touched_at) values (?, ?, 'fr', ?, ?)",
                id,
                world.town.portalId,
                world.clock.instant(),
                world.clock.instant());
        return id;
    }

    /** As if it had been left alone for so long, in a microsecond of its own. */
    private long touched(Duration ago) {
        return touched(cart, ago);
    }

    private long touched(UUID basket, Duration ago) {
        Instant then = world.clock
                .instant()
                .minus(ago)
                .plus(ThreadLocalRandom.current().nextLong(60_000_000), ChronoUnit.MICROS);
        sql.update("update cart set touched_at = ? where id = ?", then, basket);
        return ChronoUnit.MICROS.between(Instant.EPOCH, then);
    }

    private boolean isDue(long when) {
        return baskets.due(when - 1, 1).contains(when);
    }

    private void forget(long when) {
        TestDatabase.inTransaction(() -> baskets.forget(List.of(when)));
    }

    private long rows(String table) {
        return sql.number("select count(*) from " + table + " where cart_id = ?", cart);
    }

    private String state() {
        return sql.one("select state from cart where id = ?", row -> row.text("state"), cart)
                .orElse("gone");
    }

    private CheckoutStarted press() {
        return ordering.press(new Ordering.Press(
                world.town.portalId,
                cart,
                UUID.randomUUID().toString(),
                till.form(cart),
                null,
                Till.BASE,
                PaymentMethod.CARD));
    }

    @Test
    void withAllThatIsInIt() {
        Carts otherServer = world.server(sql);
        otherServer.view(world.town.portalId, cart, "fr");
        long when = touched(Duration.ofDays(32));
        assertThat(isDue(when)).isTrue();
        forget(when);
        assertThat(state()).isEqualTo("gone");
        assertThat(rows("cart_line") + rows("cart_part")).isZero();
        assertThat(isDue(when)).isFalse();
        assertThatThrownBy(() -> world.view(cart)).isInstanceOf(CartUnknown.class);
        assertThatThrownBy(() -> otherServer.add(world.town.portalId, cart, TestBasket.pieces(world.wine, 1), Map.of()))
                .as("which remembers it")
                .isInstanceOf(CartUnknown.class);
        assertThatThrownBy(this::press).isInstanceOf(CartUnknown.class);
    }

    /** The visitor's browser keeps it for thirty days from the last change, which may be written down ten minutes early. */
    @Test
    void notAsLongAsABrowserMayCarryIt() {
        stays(touched(Duration.ofDays(30).plusMinutes(10)));
    }

    @Test
    void notWhatWasOrdered() {
        sql.update("update cart set state = 'ORDERED' where id = ?", cart);
        stays(touched(Duration.ofDays(400)));
    }

    private void stays(long when) {
        List<String> before = TestBasket.rows(cart);
        assertThat(isDue(when)).isFalse();
        forget(when);
        assertThat(TestBasket.rows(cart)).isEqualTo(before);
    }

    /** The lines and addresses go; the row stays for the checkout that names it, and nobody finds a basket there. */
    @Test
    void ofOneThatWasNeverPaidAllButWhatItsCheckoutNeeds() {
        press();
        long when = touched(Duration.ofDays(32));
        stays(when);
        sql.update("update checkout set state = 'FAILED', ended_at = created_at where cart_id = ?", cart);
        stays(when);
        sql.update("update checkout set forgotten_at = ? where cart_id = ?", world.clock.instant(), cart);
        assertThat(isDue(when)).isTrue();
        forget(when);
        assertThat(state()).isEqualTo("FORGOTTEN");
        assertThat(rows("cart_line") + rows("cart_part")).isZero();
        assertThat(rows("checkout")).isEqualTo(1);
        assertThat(isDue(when)).isFalse();
        assertThatThrownBy(() -> world.view(cart)).isInstanceOf(CartUnknown.class);
        assertThatThrownBy(this::press).isInstanceOf(CartUnknown.class);
    }

    /** The customer comes first: the job does not wait, and leaves the basket. */
    @Test
    void notWhileItsCustomerIsAtIt() {
        long when = touched(Duration.ofDays(32));
        TestDatabase.inTransaction(() -> {
            world.add(cart, world.wine, 1);
            AtOnce.all(1, () -> {
                forget(when);
                return "";
            });
        });
        assertThat(world.view(cart).lines()).hasSize(2);
        stays(when);
    }

    @Test
    void orElseItsCustomerPutsSomethingInItAtThatMoment() {
        for (int i = 0; i < 30; i++) {
            UUID one = opened();
            world.add(one, world.oysters, 1);
            long when = touched(one, Duration.ofDays(32));
            List<Boolean> kept = AtOnce.all(List.of(
                    () -> {
                        forget(when);
                        return true;
                    },
                    unlessGone(() -> world.add(one, world.wine, 1))));
            assertThat(sql.number("select count(*) from cart where id = ?", one))
                    .isEqualTo(kept.get(1) ? 1 : 0);
            assertThat(sql.number("select count(*) from cart_line where cart_id = ?", one))
                    .isEqualTo(kept.get(1) ? 2 : 0);
        }
    }

    @Test
    void orElseItsCustomerOrdersItAtThatMoment() {
        for (int i = 0; i < 20; i++) {
            UUID one = opened();
            world.add(one, world.oysters, 1);
            world.pickup(one, world.town.shopId, "2026-05-15T10:30");
            sql.update("update slot_claim set returned = true where shop_id = ?", world.town.shopId);
            CheckoutForm form = till.form(one);
            long when = touched(one, Duration.ofDays(32));
            List<Boolean> kept = AtOnce.all(List.of(
                    () -> {
                        forget(when);
                        return true;
                    },
                    unlessGone(() -> ordering.press(new Ordering.Press(
                            world.town.portalId, one, "one-key", form, null, Till.BASE, PaymentMethod.CARD)))));
            assertThat(sql.number("select count(*) from cart where id = ?", one))
                    .isEqualTo(kept.get(1) ? 1 : 0);
            assertThat(sql.number("select count(*) from checkout where cart_id = ? and state = 'PENDING'", one))
                    .isEqualTo(kept.get(1) ? 1 : 0);
            assertThat(sql.number("select count(*) from cart_line where cart_id = ?", one))
                    .isEqualTo(kept.get(1) ? 1 : 0);
        }
    }

    private static Callable<Boolean> unlessGone(Runnable deed) {
        return () -> {
            try {
                deed.run();
                return true;
            } catch (CartUnknown gone) {
                return false;
            }
        };
    }

    /** As many as there may be, they are found by an index that holds open baskets alone. */
    @Test
    void andAreFoundByTheirIndex() {
        Instant now = world.clock.instant();
        assertThat(plan(OldBaskets.DUE, Instant.EPOCH, now, 10)).contains("cart_touched_at_idx");
        assertThat(plan(OldBaskets.HELD, new String[] {Instant.EPOCH.toString()}, now))
                .contains("cart_touched_at_idx");
    }

    private String plan(String statement, Object... bound) {
        return TestDatabase.inTransaction(() -> {
            sql.update("set local enable_seqscan = off");
            return String.join("\n", sql.list("explain " + statement, row -> row.text("QUERY PLAN"), bound));
        });
    }
}
