package fr.halle.cart.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Seeds;
import fr.halle.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class AnyBasketTest {

    /** K29: whatever a customer clicks, the total is the sum of the lines and the shipping; what is refused changes nothing. */
    @Test
    void addsUpWhateverIsClicked() {
        TestBasket world = new TestBasket();
        TestDatabase.sql()
                .update("update shop set delivery = true, delivery_fee_cents = 490 where id = ?", world.cellarShop);
        Seeds.forAll(25, random -> {
            UUID cart = world.open();
            for (int i = 0; i < 30; i++) {
                List<String> before = TestBasket.rows(cart);
                try {
                    click(world, cart, random);
                } catch (BusinessException refused) {
                    assertThat(TestBasket.rows(cart)).isEqualTo(before);
                }
                addsUp(world.view(cart));
            }
        });
    }

    private static void click(TestBasket world, UUID cart, Random random) {
        long portal = world.town.portalId;
        List<CartLine> lines = world.view(cart).lines().toList();
        CartLine line = lines.isEmpty() ? null : lines.get(random.nextInt(lines.size()));
        switch (random.nextInt(7)) {
            case 0 -> world.add(cart, world.oysters, random.nextInt(-1, 12));
            case 1 -> world.add(cart, world.wine, random.nextInt(0, 6));
            case 2 ->
                world.carts.add(
                        portal,
                        cart,
                        TestBasket.pieces(world.cheese, random.nextInt(1, 900)),
                        Map.of("for", "n" + random.nextInt(3)));
            case 3 -> world.carts.change(portal, cart, line == null ? 1 : line.id(), random.nextInt(-1, 15));
            case 4 ->
                world.carts.fill(
                        portal,
                        cart,
                        List.of(
                                new Wish(TestBasket.pieces(world.wine, random.nextInt(0, 4)), Map.of()),
                                new Wish(TestBasket.pieces(world.oysters, random.nextInt(1, 9)), Map.of())),
                        random.nextBoolean()
                                ? List.of()
                                : List.of(new PartWish(world.cellarShop, Collection.delivery())));
            case 5 -> world.carts.remove(portal, cart, line == null ? 1 : line.id());
            default ->
                world.carts.choosePart(
                        portal,
                        cart,
                        random.nextBoolean() ? world.cellarShop : world.town.shopId,
                        random.nextBoolean() ? Collection.delivery() : Collection.pickup(null));
        }
    }

    private static void addsUp(CartView view) {
        long lines = view.lines().mapToLong(CartLine::totalCents).sum();
        long shipping = view.parts().stream().mapToLong(CartPart::shippingCents).sum();
        assertThat(view.totalCents()).isEqualTo(lines + shipping);
        assertThat(view.dueNowCents() + view.dueLaterCents()).isEqualTo(view.totalCents());
        assertThat(view.lines()).allSatisfy(line -> {
            assertThat(line.isAvailable()).isTrue();
            assertThat(line.quantity()).isPositive();
        });
    }

    /** A hundred clicks at once: none is lost, none is counted twice, the limit holds. */
    @Test
    void losesNothingWhenManyClickAtOnce() throws Exception {
        TestBasket world = new TestBasket();
        world.town.set(world.cheese, "active", true);
        UUID cart = world.open();
        AtomicInteger refused = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<?>> clicks = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
            clicks.add(people.submit(() -> {
                try {
                    world.add(cart, world.oysters, 1);
                } catch (CartBusy busy) {
                    refused.incrementAndGet();
                }
            }));
        }
        for (Future<?> click : clicks) {
            click.get();
        }
        people.shutdown();
        assertThat(world.view(cart).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(28 - refused.get()));
    }

    /** A page of a hundred lines costs as many statements as one of three. */
    @Test
    void isReadInAsManyStatementsWhateverItsSize() {
        AtomicInteger statements = new AtomicInteger();
        TestBasket world = new TestBasket(new Sql(counting(TestDatabase.dataSource(), statements)));
        UUID small = world.ready();
        UUID large = world.ready();
        for (int i = 0; i < 90; i++) {
            world.carts.add(world.town.portalId, large, TestBasket.pieces(world.cheese, 50), Map.of("for", "n" + i));
        }
        world.view(small);
        statements.set(0);
        world.view(small);
        int few = statements.getAndSet(0);
        world.view(large);
        assertThat(statements.get()).isEqualTo(few).isLessThanOrEqualTo(4);
    }

    private static DataSource counting(DataSource source, AtomicInteger statements) {
        return (DataSource) Proxy.newProxyInstance(
                AnyBasketTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    return result instanceof Connection connection ? counting(connection, statements) : result;
                });
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                AnyBasketTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
