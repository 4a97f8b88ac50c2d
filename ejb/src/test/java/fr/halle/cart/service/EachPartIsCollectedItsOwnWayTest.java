package fr.halle.cart.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** K20, K21: how a part is collected is chosen for each merchant, and each way is planned as it is: by a slot, or by a call. */
class EachPartIsCollectedItsOwnWayTest {

    private final TestBasket world = new TestBasket();
    private final UUID cart = world.open();

    @Test
    void oneIsBroughtAfterACallWhileTheOtherIsFetchedAtItsSlot() {
        TestDatabase.sql().update("update shop set delivery = true where id = ?", world.town.shopId);
        world.shops.forget(world.town.shopId);
        world.add(cart, world.oysters, 2);
        world.add(cart, world.wine, 1);
        world.carts.choosePart(world.town.portalId, cart, world.town.shopId, Collection.delivery());
        CartView brought = world.view(cart);
        assertThat(brought.parts().get(0).missing())
                .as("K20: a delivery by the merchant has no slot, it is planned by telephone (C10)")
                .isEmpty();
        assertThat(brought.parts().get(1).missing())
                .as("K21: the other merchant's part is not chosen with it; K20: it is fetched at a slot")
                .isNotEmpty();
        world.pickup(cart, world.cellarShop, "2026-05-15T11:00");
        assertThat(world.view(cart).isReady()).isTrue();
    }
}
