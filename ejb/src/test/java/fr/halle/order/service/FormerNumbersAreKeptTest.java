package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.service.FormerNumbersRefused.Why;
import fr.halle.order.service.FormerNumbersRefused.Wrong;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** K15: the numbers that orders had where they come from are brought as two columns, and lead to them for ever. */
class FormerNumbersAreKeptTest {

    private final Desk desk = new Desk();
    private final FormerNumbers numbers = Wired.with(new FormerNumbers(), desk.sql, desk.sight, desk.audit);
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final String former = "5FEC417C-c1f882001c-" + TestIds.id();

    @Test
    void andFindTheirPartsFromThenOn() {
        String part = part();
        String other = part();
        int kept = keep("Numéro;Ancien\n" + part.toLowerCase(Locale.ROOT) + "; " + former + "-001\r\n\n\""
                + other.substring(3) + "\"\t\"" + former + "-002\"\n");
        assertThat(kept).isEqualTo(2);
        assertThat(found(former + "-001")).containsExactly(part);
        assertThat(found((former + "-002").toLowerCase(Locale.ROOT))).containsExactly(other);
        assertThat(keep(part + "," + former + "-001")).as("brought again").isEqualTo(1);
    }

    @Test
    void allOrNoneEachWrongLineWithItsReason() {
        String part = part();
        String other = part();
        keep(other + ";" + former + "-9");
        String list = String.join(
                "\n",
                part + ";" + former + "-1",
                part + ";a;b",
                "EP-00042;" + former + "-2",
                "EP-999999999999-001;" + former + "-3",
                part + ";",
                part + ";" + "x".repeat(101),
                part + ";a\u202eb",
                other + ";" + former.toUpperCase(Locale.ROOT) + "-1");
        assertThat(refused(list))
                .containsExactly(Why.COLUMNS, Why.NUMBER, Why.UNKNOWN, Why.SYNTAX, Why.SYNTAX, Why.SYNTAX, Why.TWICE);
        assertThat(found(former + "-1")).as("nothing was kept").isEmpty();
        assertThat(refused(part + ";" + former + "-1\n" + part + ";" + former + "-9"))
                .as("another part's already")
                .containsExactly(Why.TAKEN);
        assertThat(found(former + "-1")).isEmpty();
        assertThat(found(former + "-9")).containsExactly(other);
    }

    @Test
    void onlyByAnOperatorOfThatPortal() {
        String part = part();
        assertThatThrownBy(() -> numbers.keep(maud, part + ";" + former)).isInstanceOf(NotAllowed.class);
        Actor elsewhere = operatorOf(TestShop.in(Preset.MOUNTAIN));
        assertThatThrownBy(() -> numbers.keep(elsewhere, part + ";" + former)).isInstanceOf(FormerNumbersRefused.class);
        assertThat(found(former)).isEmpty();
    }

    private int keep(String list) {
        Actor operator = operatorOf(shop);
        return TestDatabase.inTransaction(() -> numbers.keep(operator, list));
    }

    private static Actor operatorOf(TestShop of) {
        return Actor.operator(of.operator(of.portalId), "Omar");
    }

    private List<Why> refused(String list) {
        try {
            keep(list);
        } catch (FormerNumbersRefused refused) {
            return refused.wrong().stream().map(Wrong::why).toList();
        }
        throw new AssertionError("was kept");
    }

    private List<String> found(String text) {
        return desk.orders.list(maud, PartFilter.about(List.of(), text), null, 25).rows().stream()
                .map(PartRow::number)
                .toList();
    }

    private String part() {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"))
                .part(shop.merchantId, shop.shopId, product, 1_000)
                .number();
    }
}
