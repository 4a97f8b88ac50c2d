package fr.halle.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductPage;
import fr.halle.catalog.model.ProductQuery;
import fr.halle.catalog.model.ProductSort;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            for (ProductSort sort : ProductSort.values()) {
                assertThat(walked(q, sort)).as(q + ", " + sort).containsExactlyInAnyOrderElementsOf(made);
            }
        }
    }

    @Test
    void readsAListByPriceEitherWayAndByNameWhateverTheAccents() {
        shop.product(ProductKind.GOODS, "Épices", 900, 550);
        shop.product(ProductKind.GOODS, "Œufs", 450, 550);
        shop.product(ProductKind.GOODS, "étoile de badiane", 12_000, 550);
        shop.product(ProductKind.GOODS, "Oignons-rosés", 450, 550);
        shop.product(ProductKind.GOODS, "Abricots", 1_000, 550);
        shop.product(ProductKind.GOODS, "Zeste " + "confit ".repeat(20), 300, 550);
        shop.product(ProductKind.GOODS, "Zeste " + "confit ".repeat(20), 310, 550);
        String zest = "Zeste " + "confit ".repeat(20);
        assertThat(walked(null, ProductSort.PRICE))
                .containsExactly(zest, zest, "Œufs", "Oignons-rosés", "Épices", "Abricots", "étoile de badiane");
        assertThat(walked(null, ProductSort.PRICE_DOWN))
                .containsExactly("étoile de badiane", "Abricots", "Épices", "Œufs", "Oignons-rosés", zest, zest);
        assertThat(walked(null, ProductSort.NAME))
                .containsExactly("Abricots", "Épices", "étoile de badiane", "Œufs", "Oignons-rosés", zest, zest);
    }

    @Test
    void sortsWhatASearchFound() {
        shop.product(ProductKind.GOODS, "Savon de Marseille", 900, 2000);
        shop.product(ProductKind.GOODS, "Savon", 1200, 2000);
        shop.product(ProductKind.GOODS, "Huîtres creuses", 100, 550);
        assertThat(walked("savon", ProductSort.PRICE)).containsExactly("Savon de Marseille", "Savon");
        assertThat(walked("savon", ProductSort.NAME)).containsExactly("Savon", "Savon de Marseille");
    }

    /** Two by two, so that every place in the list is also one between pages. */
    private List<String> walked(@Nullable String q, ProductSort sort) {
        List<String> met = new ArrayList<>();
        String after = null;
        do {
            ProductPage page = catalog.list(
                    shop.portalId, "fr", new ProductQuery(q, null, null, null, null, null, sort, 2, after));
            page.products().forEach(card -> met.add(card.name()));
            after = page.next();
            assertThat(page.total()).isGreaterThanOrEqualTo(met.size());
        } while (after != null);
        return met;
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
        for (ProductSort sort : ProductSort.values()) {
            ProductQuery forged = new ProductQuery(null, null, null, null, null, null, sort, 5, "1 or-1=1");
            assertThatThrownBy(() -> catalog.list(shop.portalId, "fr", forged))
                    .as(sort.word())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private List<String> found(String typed) {
        ProductQuery query = new ProductQuery(typed, null, null, null, null, null, 10, null);
        return catalog.list(shop.portalId, "fr", query).products().stream()
                .map(ProductCard::name)
                .toList();
    }
}
