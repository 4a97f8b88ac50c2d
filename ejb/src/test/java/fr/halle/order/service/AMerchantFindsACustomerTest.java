package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.Seeds;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** M11, M12: « Suivi par client », by a piece of a name or of an address; the orders of whoever answers stand below. */
class AMerchantFindsACustomerTest {

    private final Desk desk = new Desk();
    private final CustomerSearch customers = desk.customers;
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final long vintner = shop.merchant("Caves Aubry");
    private final long cellar = shop.shop(vintner, "Caves Aubry");
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final Actor aubry = Actor.merchant(TestIds.id(), "Paul Aubry", vintner);
    private final String camille = "c.lefevre." + shop.portalId + "@exemple.fr";
    private final String anne = "anne." + shop.portalId + "@exemple.fr";

    @Test
    void whateverTheCaseAndTheAccents() {
        sold("Lefèvre", camille, 1_000);
        sold("Lefevre-Roy", anne, 2_000);
        for (String typed : List.of("LEFEVRE", "lefèv", "Camille LEF", "roy lef")) {
            assertThat(found(typed)).as("M11: %s", typed).contains(typed.startsWith("roy") ? anne : camille);
        }
        assertThat(found("lefèvre")).as("the newest first").containsExactly(anne, camille);
        assertThat(found("ANNE." + shop.portalId)).as("a piece of the address").containsExactly(anne);
        assertThat(found("lefevre okafor")).isEmpty();
        assertThat(found("%")).isEmpty();
    }

    @Test
    void withWhatTheirOrdersComeTo() {
        sold("Lefèvre", camille, 1_000);
        PlacedOrder cancelled = order("Lefèvre", camille.toUpperCase(Locale.ROOT));
        cancelled.part(shop.merchantId, shop.shopId, product, 500, MerchantOrderState.CANCELLED, null);
        PlacedOrder twice = order("Lefèvre", camille);
        twice.part(shop.merchantId, shop.shopId, product, 200);
        twice.part(shop.merchantId, shop.shopId, product, 30);
        assertThat(customers.customers(maud, "lefevre", null)).singleElement().satisfies(customer -> {
            assertThat(customer.orders())
                    .as("one address in any case, an order of two parts once")
                    .isEqualTo(3);
            assertThat(customer.totalCents()).isEqualTo(1_230);
            assertThat(customer.name()).isEqualTo("Camille Lefèvre");
        });
        assertThat(parts(maud, "lefevre", camille)).hasSize(4);
    }

    @Test
    void oneOfSeveral() {
        String mine = sold("Lefèvre", camille, 1_000);
        sold("Lefevre-Roy", anne, 2_000);
        assertThat(parts(maud, "lefevre", null)).hasSize(2);
        assertThat(parts(maud, "lefevre", camille)).as("M12").containsExactly(mine);
        assertThat(parts(maud, "", "%" + camille)).isEmpty();
    }

    @Test
    void byTheWholeAddressThatOneAloneAndByAPieceOfItEverybody() {
        String longer = "x" + anne;
        sold("Martin", anne, 1_000);
        sold("Martin", longer, 1_000);
        assertThat(found(anne)).as("a whole address is one person's").containsExactly(anne);
        assertThat(found("X" + anne.toUpperCase(Locale.ROOT))).containsExactly(longer);
        String piece = anne.substring(2);
        assertThat(found(piece)).as("nobody's whole address: %s", piece).containsExactly(longer, anne);
        order("Aubry", "only" + piece).part(vintner, cellar, product, 1_200);
        order("Aubry", piece).part(vintner, cellar, product, 1_200);
        assertThat(found(piece)).as("K28: whole, but another merchant's").containsExactly(longer, anne);
    }

    /** A merchant's parts are read in one index, everybody's in another: what both find is the same. */
    @Test
    void asWhoMaySeeAllFindsThem() {
        List<String> names = List.of("Lefèvre", "Le Fèvre", "O’Brien", "Œuvrard_50%", "Ångström", "d’Été\\");
        names.forEach(name -> sold(name, name.substring(0, 2) + "." + anne, 100));
        Seeds.forAll(60, random -> {
            String name = names.get(random.nextInt(names.size())).toUpperCase(Locale.ROOT);
            int from = random.nextInt(name.length());
            String typed = name.substring(from, from + 1 + random.nextInt(name.length() - from)) + " ." + anne;
            assertThat(parts(maud, typed, null))
                    .as("what is found by %s", typed)
                    .isNotEmpty()
                    .isEqualTo(parts(Actor.SYSTEM, typed, null));
        });
    }

    @Test
    void neverAnothersCustomer() {
        sold("Lefèvre", camille, 1_000);
        String wine =
                order("Lefèvre", anne).part(vintner, cellar, product, 1_200).number();
        assertThat(parts(aubry, "lefevre", null)).as("K28").containsExactly(wine);
        assertThat(customers.customers(aubry, "lefevre", camille)).as("K28").isEmpty();
        assertThat(customers.customers(aubry, "", camille)).isEmpty();
    }

    private List<String> found(String text) {
        return customers.customers(maud, text, null).stream()
                .map(FoundCustomer::email)
                .toList();
    }

    private List<String> parts(Actor actor, String text, @Nullable String email) {
        return customers.parts(actor, text, email, null).rows().stream()
                .map(PartRow::number)
                .toList();
    }

    private PlacedOrder order(String... who) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"), who);
    }

    private String sold(String name, String email, long cents) {
        return order(name, email)
                .part(shop.merchantId, shop.shopId, product, cents)
                .number();
    }
}
