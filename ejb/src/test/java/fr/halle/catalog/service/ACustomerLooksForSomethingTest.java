package fr.halle.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductPage;
import fr.halle.catalog.model.ProductQuery;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ACustomerLooksForSomethingTest {

    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final Catalog catalog = new Catalog(TestDatabase.sql());

    @ParameterizedTest
    @CsvSource({"huitres", "HUÎTRE", "huîtres", "huitrse", "hùitre", "huîtres creuses"})
    void findsOystersWhateverTheAccentsThePluralAndTheFingers(String typed) {
        shop.product(ProductKind.GOODS, "Huîtres creuses n° 3", 1890, 550);
        shop.product(ProductKind.GOODS, "Muscadet sur lie", 980, 2000);
        assertThat(found(typed)).containsExactly("Huîtres creuses n° 3");
    }

    @Test
    void findsWhatAMerchantSellsByTheMerchantsName() {
        long other = shop.shop(shop.merchantId, "Cave du Phare");
        shop.product(other, ProductKind.GOODS, "Muscadet sur lie", 980, 2000);
        shop.product(ProductKind.GOODS, "Huîtres creuses", 1890, 550);
        assertThat(found("cave du phare")).containsExactly("Muscadet sur lie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzzzqqq", "'; drop table product; --", "<script>", "%", "\\", "& | !", "(", "\"", "a:*"})
    void findsNothingAndBreaksNothing(String typed) {
        shop.product(ProductKind.GOODS, "Huîtres creuses", 1890, 550);
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void walksAListPageByPageAndMeetsEveryProductOnce() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            made.add("Savon " + (char) ('a' + i));
            shop.product(ProductKind.GOODS, made.get(i), 500 + i, 2000);
        }
        for (String q : new String[] {null, "savon"}) {
            List<String> met = new ArrayList<>();
            String after = null;
            do {
                ProductPage page =
                        catalog.list(shop.portalId, "fr", new ProductQuery(q, null, null, null, null, null, 5, after));
                page.products().forEach(card -> met.add(card.name()));
                assertThat(page.total()).isEqualTo(23);
                after = page.next();
            } while (after != null);
            assertThat(met).as("q=" + q).containsExactlyInAnyOrderElementsOf(made);
        }
    }

    @Test
    void seesNothingOfAnotherPortal() {
        TestShop elsewhere = TestShop.in(Preset.MOUNTAIN);
        elsewhere.product(ProductKind.GOODS, "Tomme", 1200, 550);
        assertThat(found("tomme")).isEmpty();
        assertThat(catalog.list(shop.portalId, "fr", ProductQuery.first(10)).products())
                .isEmpty();
    }

    @Test
    void refusesAPlaceThatNoPageGave() {
        ProductQuery forged = new ProductQuery(null, null, null, null, null, null, 5, "1 or 1=1");
        assertThatThrownBy(() -> catalog.list(shop.portalId, "fr", forged))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> found(String typed) {
        ProductQuery query = new ProductQuery(typed, null, null, null, null, null, 10, null);
        return catalog.list(shop.portalId, "fr", query).products().stream()
                .map(ProductCard::name)
                .toList();
    }
}
