package fr.halle.cart.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** C01, C08: each server remembers the baskets it has seen, and the customer's next click may reach the other one. */
class TwoServersHoldOneBasketTest {

    private final TestBasket world = new TestBasket();
    private final TestShop town = world.town;
    private final Carts here = world.carts;
    private final Carts there = world.server(TestDatabase.sql());
    private final UUID cart = world.open();
    private final ExecutorService customers = Executors.newFixedThreadPool(4);

    @AfterEach
    void customersLeave() {
        customers.shutdown();
    }

    @Test
    void whatIsPutInOnEitherIsInIt() {
        put(here, world.oysters, 2);
        put(there, world.wine, 1);
        put(here, world.cheese, 400);
        put(there, world.oysters, 3);
        assertThat(world.view(cart).lines()).extracting(CartLine::quantity).containsExactlyInAnyOrder(5L, 1L, 400L);
    }

    @Test
    void aLineTakenOutOnOneCannotBeChangedOnTheOther() {
        CartLine oysters = put(here, world.oysters, 2);
        there.remove(town.portalId, cart, oysters.id());
        assertThatThrownBy(() -> here.change(town.portalId, cart, oysters.id(), 4))
                .isInstanceOf(CartLineUnknown.class);
        put(here, world.oysters, 1);
        assertThat(world.view(cart).lines()).extracting(CartLine::quantity).containsExactly(1L);
    }

    /** Asking twice for the same stay is asking once; not when it was taken out in between. */
    @Test
    void aStayTakenOutOnOneCanBePutInAgainOnTheOther() {
        long chalet = town.product(ProductKind.LODGING, "Chalet", 10_000, 1000);
        town.terms(
                chalet,
                "{\"maxPersons\": 6, \"depositBp\": 3000, \"balanceDaysBefore\": 30, \"taxCentsPerAdultNight\": 141}");
        town.season(chalet, "2026-06-01", "2026-06-30", 10_000, 2);
        LocalDate arrival = LocalDate.of(2026, 6, 6);
        arrival.datesUntil(arrival.plusDays(7))
                .forEach(night -> town.capacity(chalet, null, night, null, null, null, 1));
        Choice week = new Choice(chalet, null, 1, arrival, arrival.plusDays(7), null, null, 2, 0);
        CartLine stay = here.add(town.portalId, cart, week, Map.of());
        there.remove(town.portalId, cart, stay.id());
        here.add(town.portalId, cart, week, Map.of());
        assertThat(world.view(cart).lines()).hasSize(1);
    }

    @Test
    void aShopWhoseLastLineIsGoneCannotBeCollectedFrom() {
        CartLine wine = put(here, world.wine, 1);
        there.remove(town.portalId, cart, wine.id());
        assertThatThrownBy(() -> here.choosePart(town.portalId, cart, world.cellarShop, Collection.pickup(null)))
                .isInstanceOf(ShopUnknown.class);
    }

    /** Here the last twelve bottles lie in the basket, there they were taken out: they can be had again, for somebody else. */
    @Test
    void nothingIsRefusedForWhatWasTakenOutOnTheOther() {
        CartLine wine = put(here, world.wine, 12);
        there.remove(town.portalId, cart, wine.id());
        CartLine again = here.add(town.portalId, cart, TestBasket.pieces(world.wine, 12), Map.of("for", "Léa"));
        assertThat(again.refusal()).isNull();
        assertThat(world.view(cart).lines()).hasSize(1);
    }

    @Test
    void aHundredClicksOnBothAtOnceLoseNone() {
        List<CompletableFuture<CartLine>> clicks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Carts server = i % 2 == 0 ? here : there;
            clicks.add(CompletableFuture.supplyAsync(() -> put(server, world.cheese, 50), customers));
        }
        clicks.forEach(CompletableFuture::join);
        assertThat(world.view(cart).lines()).extracting(CartLine::quantity).containsExactly(5_000L);
    }

    @Test
    void oneThatWasOrderedOnTheOtherIsClosedHere() {
        put(here, world.oysters, 1);
        TestDatabase.sql().update("update cart set state = 'ORDERED', version = version + 1 where id = ?", cart);
        assertThatThrownBy(() -> put(here, world.wine, 1)).isInstanceOf(CartAlreadyOrdered.class);
        assertThat(TestBasket.rows(cart).toString()).doesNotContain(Long.toString(world.wine));
    }

    private CartLine put(Carts server, long product, long quantity) {
        return server.add(town.portalId, cart, TestBasket.pieces(product, quantity), Map.of());
    }
}
