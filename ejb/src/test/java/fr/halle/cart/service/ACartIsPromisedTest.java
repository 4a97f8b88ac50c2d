package fr.halle.cart.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** C01: who opens a cart is given its id, and nothing is written until something is put in. */
class ACartIsPromisedTest {

    private final TestBasket world = new TestBasket();
    private final TestShop town = world.town;
    private final UUID cart = world.carts.promise(town.portalId, "en");

    @Test
    void itIsEmptyEverywhereAndNotWritten() {
        assertThat(world.view(cart).isEmpty()).isTrue();
        Carts there = world.server(TestDatabase.sql());
        assertThat(there.view(town.portalId, cart, "fr").isEmpty()).isTrue();
        assertThat(there.isOpen(town.portalId, cart)).isTrue();
        assertThat(TestBasket.rows(cart)).isEmpty();
    }

    @Test
    void whatIsRefusedLeavesItUnwritten() {
        assertThatThrownBy(() -> world.add(cart, world.wine, 13)).hasMessageContaining("12");
        assertThatThrownBy(() -> world.carts.change(town.portalId, cart, 1, 2)).isInstanceOf(CartLineUnknown.class);
        assertThatThrownBy(() -> world.carts.remove(town.portalId, cart, 1)).isInstanceOf(CartLineUnknown.class);
        assertThat(TestBasket.rows(cart)).isEmpty();
    }

    @Test
    void itsFirstLineMayBePutInAnywhereAndItKeepsItsLanguage() {
        Carts there = world.server(TestDatabase.sql());
        there.add(town.portalId, cart, TestBasket.pieces(world.oysters, 2), Map.of());
        world.add(cart, world.oysters, 1);
        assertThat(world.view(cart).lines()).extracting(CartLine::quantity).containsExactly(3L);
        assertThat(TestDatabase.sql().one("select language from cart where id = ?", row -> row.text("language"), cart))
                .contains("en");
    }

    @Test
    void anIdOfWhichOneBitIsAnotherIsNobodys() {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            unknown(
                    world.carts,
                    town.portalId,
                    new UUID(cart.getMostSignificantBits() ^ 1L << bit, cart.getLeastSignificantBits()));
            unknown(
                    world.carts,
                    town.portalId,
                    new UUID(cart.getMostSignificantBits(), cart.getLeastSignificantBits() ^ 1L << bit));
        }
        unknown(world.carts, town.portalId, UUID.randomUUID());
        unknown(world.carts, town.portalId, new UUID(0, 0));
        unknown(world.carts, town.portalId, new UUID(-1, -1));
    }

    @Test
    void inAnotherPortalItIsNobodys() {
        unknown(world.carts, town.portalId + 1, cart);
        unknown(world.server(TestDatabase.sql()), town.portalId + 1, cart);
    }

    @Test
    void theDayAfterAnEmptyOneIsForgottenAndAFilledOneIsNot() {
        UUID filled = world.open();
        world.add(filled, world.oysters, 1);
        world.clock.moveForward(Duration.ofHours(26));
        Carts there = world.server(TestDatabase.sql());
        unknown(there, town.portalId, cart);
        assertThat(there.view(town.portalId, filled, "fr").isEmpty()).isFalse();
    }

    private static void unknown(Carts carts, long portal, UUID id) {
        assertThatThrownBy(() -> carts.view(portal, id, "fr")).isInstanceOf(CartUnknown.class);
        assertThatThrownBy(() -> carts.remove(portal, id, 1)).isInstanceOf(CartUnknown.class);
    }
}
