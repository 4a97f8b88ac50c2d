package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoTextsTest {

    private static final Pattern BAD_FRENCH = Pattern.compile(
            "['\"]|[\\p{L}\\d][;!?»]| [;:!?»%€]|« |«[^\u00A0\u202F]|\\d (kg|g|cl|l|km|cm|m²|min|°C)(?![\\p{L}])|  ");
    private static final Pattern BAD_ENGLISH = Pattern.compile("['\"«»]|[\u00A0\u202F ][;:!?]|  ");

    private static List<Words> all(ProductFile product) {
        List<Words> words = new ArrayList<>(
                List.of(product.name(), product.summary(), product.about(), product.unit(), product.alt()));
        for (ProductFile.Variant variant : product.choices()) {
            words.add(variant.label());
            if (variant.schedule() != null) {
                words.add(variant.schedule());
            }
        }
        return words;
    }

    @Test
    void everyProductIsToldInBothLanguages() {
        for (ProductFile product : LoadedDemo.products()) {
            assertThat(all(product)).as(product.slug()).allSatisfy(words -> {
                assertThat(words.fr()).isNotBlank();
                assertThat(words.en()).isNotBlank();
            });
        }
    }

    @Test
    void theEnglishIsNotTheFrench() {
        for (ProductFile product : LoadedDemo.products()) {
            assertThat(product.about().en())
                    .as(product.slug())
                    .isNotEqualTo(product.about().fr());
            assertThat(product.alt().en())
                    .as(product.slug())
                    .isNotEqualTo(product.alt().fr());
            assertThat(product.unit().en())
                    .as(product.slug())
                    .isNotEqualTo(product.unit().fr());
            if (product.kind() != ProductKind.LODGING && product.kind() != ProductKind.GOODS) {
                assertThat(product.name().en())
                        .as(product.slug())
                        .isNotEqualTo(product.name().fr());
            }
        }
    }

    @Test
    void everyShopIsToldInBothLanguages() {
        for (MerchantFile.Shop shop : LoadedDemo.shops()) {
            assertThat(List.of(shop.tagline(), shop.about())).as(shop.slug()).allSatisfy(words -> {
                assertThat(words.fr()).isNotBlank();
                assertThat(words.en()).isNotBlank().isNotEqualTo(words.fr());
            });
        }
    }

    @Test
    void frenchTypographyIsRight() {
        for (ProductFile product : LoadedDemo.products()) {
            all(product).forEach(words -> assertThat(words.fr()).doesNotContainPattern(BAD_FRENCH));
        }
        for (MerchantFile.Shop shop : LoadedDemo.shops()) {
            assertThat(shop.about().fr()).doesNotContainPattern(BAD_FRENCH);
            assertThat(shop.tagline().fr()).doesNotContainPattern(BAD_FRENCH);
        }
    }

    @Test
    void englishTypographyIsRight() {
        for (ProductFile product : LoadedDemo.products()) {
            all(product).forEach(words -> assertThat(words.en()).doesNotContainPattern(BAD_ENGLISH));
        }
        for (MerchantFile.Shop shop : LoadedDemo.shops()) {
            assertThat(shop.about().en()).doesNotContainPattern(BAD_ENGLISH);
        }
    }
}
