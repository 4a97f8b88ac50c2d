package fr.halle.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductPage;
import fr.halle.catalog.model.ProductQuery;
import fr.halle.portal.model.Preset;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestShop;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers type is not what merchants wrote: accents, plurals, either language, half a word, a slip of the finger (M11's rule for products). */
class SearchTest {

    private static final TestShop SHOP = TestShop.in(Preset.TOWN_PICKUP);
    private final Catalog catalog = new Catalog(TestDatabase.sql());

    @BeforeAll
    static void stock() {
        long cave = SHOP.shop(SHOP.merchant("Cave du Phare"), "Cave du Phare");
        product(SHOP.shopId, "Huîtres creuses n° 3", "Creuse oysters no. 3", "La douzaine, fermées", 1140);
        product(SHOP.shopId, "Bar sauvage de ligne", "Line-caught sea bass", "Pêché ce matin", 3790);
        product(SHOP.shopId, "Plateau de crustacés", "Seafood platter", "Pour 2 personnes", 5800);
        product(cave, "Muscadet Sèvre et Maine sur lie", "Muscadet Sèvre et Maine sur lie", "Bouteille de 75 cl", 980);
        product(cave, "Œufs de lump", "Lumpfish roe", "Bocal de 80 g", 450);
        product(cave, "Chalet L’Edelweiss", "Chalet L’Edelweiss", "6 personnes", 18500);
    }

    private static void product(long shop, String french, String english, String summary, long cents) {
        long id = SHOP.product(shop, ProductKind.GOODS, french, cents, 550);
        SHOP.set(id, "name_en", english);
        SHOP.set(id, "summary_fr", summary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "huîtres          | Huîtres creuses n° 3",
                "huitre           | Huîtres creuses n° 3",
                "HUITRES CREUSES  | Huîtres creuses n° 3",
                "oyster           | Huîtres creuses n° 3",
                "huit             | Huîtres creuses n° 3",
                "huittres         | Huîtres creuses n° 3",
                "bars sauvages    | Bar sauvage de ligne",
                "sea bas          | Bar sauvage de ligne",
                "oeuf             | Œufs de lump",
                "muscadé          | Muscadet Sèvre et Maine sur lie",
                "crustace         | Plateau de crustacés",
                "edelwiess        | Chalet L’Edelweiss",
                "l'edelweiss      | Chalet L’Edelweiss",
                "phare muscadet   | Muscadet Sèvre et Maine sur lie",
                "bouteille        | Muscadet Sèvre et Maine sur lie"
            })
    void findsFirst(String typed, String expected) {
        assertThat(names(search(typed))).startsWith(expected);
    }

    @Test
    void findsAMerchantsProductsByItsName() {
        assertThat(names(search("cave du phare"))).hasSize(3);
        assertThat(names(search("cav phar"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"xylophone", "' & | ! ('", "'; drop table product; --", "%%%", "<script>alert(1)</script>"})
    void findsNothingWhereThereIsNothing(String typed) {
        assertThat(search(typed).products()).isEmpty();
    }

    private ProductPage search(String q) {
        return catalog.list(SHOP.portalId, "fr", new ProductQuery(q, null, null, null, null, null, 20, null));
    }

    private static List<String> names(ProductPage list) {
        return list.products().stream().map(ProductCard::name).toList();
    }
}
