package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.model.NewAccount;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Role;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * K28, ASVS 8.4.1: every public method that a page or the API has of a part is called by those who may not see it, with its true
 * ids. Each answers that there is no such part, or with nothing of it; and nothing is changed.
 */
class NobodySeesAnothersPartsTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final PlacedOrder order = PlacedOrder.of(
            shop,
            "TOWN_PICKUP",
            "",
            TestClock.instantOf("2026-11-21T09:00"),
            "Lefèvre",
            "secret" + shop.portalId + "@exemple.fr");
    private final PlacedOrder.Part part = order.part(
            shop.merchantId,
            shop.shopId,
            product,
            10_200,
            MerchantOrderState.RECORDED,
            TestClock.instantOf("2026-11-21T11:30"));

    @TestFactory
    Stream<DynamicTest> whoeverAsksWhatever() {
        Actor neighbour = Actor.merchant(TestIds.id(), "Neighbour", shop.merchant("Neighbour"));
        Actor elsewhere = Actor.operator(operatorOf(TestShop.in(Preset.TOWN_ORDERS)), "Elsewhere");
        Actor unknown = Actor.operator(TestIds.id(), "Closed account");
        Actor customer = Actor.customer(TestIds.id(), "Camille");
        List<Object> services = List.of(
                desk.orders,
                desk.customers,
                desk.today,
                desk.finances,
                desk.lifecycle,
                desk.cancellation,
                desk.moves,
                desk.completion);
        return Stream.of(neighbour, elsewhere, unknown, customer)
                .flatMap(actor -> services.stream()
                        .flatMap(service -> Arrays.stream(service.getClass().getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()))
                                .map(method -> DynamicTest.dynamicTest(
                                        actor.name() + " " + service.getClass().getSimpleName() + "."
                                                + method.getName(),
                                        () -> call(service, method, actor)))));
    }

    private void call(Object service, Method method, Actor actor) {
        String before = everything();
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> argument(type, actor))
                .toArray();
        try {
            TestDatabase.inTransaction(() -> {
                Object answer = invoke(service, method, arguments);
                assertThat(String.valueOf(answer))
                        .doesNotContain(part.number())
                        .doesNotContain("secret" + shop.portalId)
                        .doesNotContain("Bar sauvage");
            });
        } catch (PartUnknown | OrderUnknown | NotAllowed | NullPointerException refused) {
            assertThat(!(refused instanceof NullPointerException) || actor.merchantId() == null)
                    .as("a merchant is answered, never broken by: %s", refused)
                    .isTrue();
        }
        assertThat(everything()).as("nothing changed").isEqualTo(before);
    }

    private static @Nullable Object invoke(Object service, Method method, Object... arguments) {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            return fail(e.getCause());
        } catch (IllegalAccessException e) {
            return fail(e);
        }
    }

    private @Nullable Object argument(Class<?> type, Actor actor) {
        if (type == Actor.class) {
            return actor;
        }
        if (type == String.class) {
            return part.number();
        }
        if (type == long.class) {
            return part.id();
        }
        if (type == int.class) {
            return desk.version(part.id());
        }
        if (type == MerchantOrderTransition.class) {
            return MerchantOrderTransition.PROCESS;
        }
        if (type == PartSort.class) {
            return actor.merchantId() == null ? PartSort.OLDEST : PartSort.TOTAL_DOWN;
        }
        return type == PartFilter.class ? PartFilter.ALL : null;
    }

    private String everything() {
        return desk.sql
                .one(
                        "select concat_ws('|', p.*, s.*, (select count(*) from order_move m where m.merchant_order_id = p.id),"
                                + " (select count(*) from notification n where n.merchant_order_id = p.id),"
                                + " (select count(*) from refund r where r.merchant_order_id = p.id)) as everything"
                                + " from merchant_order p join payment_share s on s.merchant_order_id = p.id where p.id = ?",
                        row -> row.text("everything"),
                        part.id())
                .orElseThrow();
    }

    private long operatorOf(TestShop portal) {
        return desk.accounts.create(new NewAccount(
                "op" + TestIds.id(), "op@exemple.fr", "Elsewhere", "pw", Role.OPERATOR, portal.portalId, null, "fr"));
    }
}
