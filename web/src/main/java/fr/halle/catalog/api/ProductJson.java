package fr.halle.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductPage;
import fr.halle.catalog.model.ProductView;
import fr.halle.shared.api.MoneyJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list.
 *
 * @param price the least it can cost, VAT included; per kilogram where it is sold by weight
 */
record ProductJson(
        long id,
        String slug,
        ProductKind kind,
        String name,
        String summary,
        String unit,
        MoneyJson price,
        boolean byWeight,
        String picture,
        String alt,
        Named shop,
        Named category) {

    record Named(String slug, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<ProductJson> products, int total, @Nullable String next) {

        static Page of(ProductPage page, String pictures) {
            return new Page(
                    page.products().stream()
                            .map(card -> ProductJson.of(card, pictures))
                            .toList(),
                    page.total(),
                    page.next());
        }
    }

    /** @param left of an undated stock, pieces or grams; absent where it is dated or not counted */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            ProductJson product,
            String about,
            int vatBasisPoints,
            String withdrawal,
            boolean collected,
            boolean adultsOnly,
            @Nullable Long left,
            List<Variant> variants,
            Map<String, Object> terms,
            List<String> modes) {

        static Detail of(ProductView view, String pictures) {
            return new Detail(
                    ProductJson.of(view.card(), pictures),
                    view.about(),
                    view.vatBp(),
                    view.withdrawal(),
                    view.card().collected(),
                    view.adultsOnly(),
                    view.left(),
                    view.variants().stream().map(Variant::of).toList(),
                    view.terms(),
                    modes(view));
        }

        private static List<String> modes(ProductView view) {
            if (!view.card().collected()) {
                return List.of();
            }
            return java.util.stream.Stream.of(view.pickup() ? "PICKUP" : "", view.delivery() ? "DELIVERY" : "")
                    .filter(mode -> !mode.isEmpty())
                    .toList();
        }
    }

    /** @param dayPrices of one day, two days … of a rental */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Variant(
            long id,
            String code,
            String label,
            MoneyJson price,
            List<MoneyJson> dayPrices,
            @Nullable Integer minutes,
            @Nullable Integer days,
            @Nullable Integer ageMin,
            @Nullable Integer ageMax,
            String schedule,
            List<String> sizes) {

        static Variant of(ProductView.Variant variant) {
            return new Variant(
                    variant.id(),
                    variant.code(),
                    variant.label(),
                    MoneyJson.euros(variant.priceCents()),
                    variant.dayPrices().stream().map(MoneyJson::euros).toList(),
                    variant.minutes(),
                    variant.days(),
                    variant.ageMin(),
                    variant.ageMax(),
                    variant.schedule(),
                    variant.sizes());
        }
    }

    static ProductJson of(ProductCard card, String pictures) {
        return new ProductJson(
                card.id(),
                card.slug(),
                card.kind(),
                card.name(),
                card.summary(),
                card.unit(),
                MoneyJson.euros(card.fromCents()),
                card.byWeight(),
                pictures + card.picture(),
                card.alt(),
                new Named(card.shopSlug(), card.shopName()),
                new Named(card.categorySlug(), card.categoryName()));
    }
}
