package fr.halle.demo.service;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A product, what can be chosen of it, and what is left. */
final class DemoProducts {

    private final Inserts inserts;
    private final LongSupplier ids;
    private final DemoCapacity capacity;

    DemoProducts(Inserts inserts, LongSupplier ids, LocalDate today) {
        this.inserts = inserts;
        this.ids = ids;
        this.capacity = new DemoCapacity(inserts, ids, today);
    }

    void write(long portalId, long shopId, long categoryId, int position, ProductFile product) {
        long id = ids.getAsLong();
        inserts.add(
                "product",
                "id, portal_id, shop_id, category_id, kind, slug, name_fr, name_en, summary_fr, summary_en, about_fr,"
                        + " about_en, unit_fr, unit_en, picture, alt_fr, alt_en, from_cents, vat_bp, collected,"
                        + " by_weight, withdrawal, adults_only, terms::jsonb, position",
                id,
                portalId,
                shopId,
                categoryId,
                product.kind(),
                product.slug(),
                product.name().fr(),
                product.name().en(),
                product.summary().fr(),
                product.summary().en(),
                product.about().fr(),
                product.about().en(),
                product.unit().fr(),
                product.unit().en(),
                product.picture(),
                product.alt().fr(),
                product.alt().en(),
                product.fromCents(),
                product.vat(),
                product.collected(),
                product.byWeight(),
                product.withdrawalOrUsual(),
                product.adultsOnly(),
                product.termsJson(),
                position);
        capacity.write(id, product, variants(id, product.choices()));
    }

    private Map<String, Long> variants(long productId, List<ProductFile.Variant> choices) {
        Map<String, Long> byCode = new HashMap<>();
        for (ProductFile.Variant variant : choices) {
            long id = ids.getAsLong();
            Words schedule = variant.schedule() == null ? Words.NONE : variant.schedule();
            inserts.add(
                    "product_variant",
                    "id, product_id, code, label_fr, label_en, price_cents, day_prices, minutes, days, age_min,"
                            + " age_max, schedule_fr, schedule_en, sizes, position",
                    id,
                    productId,
                    variant.code(),
                    variant.label().fr(),
                    variant.label().en(),
                    variant.cents(),
                    numbers(variant.dayPrices()),
                    variant.minutes(),
                    variant.days(),
                    variant.ageMin(),
                    variant.ageMax(),
                    schedule.fr(),
                    schedule.en(),
                    variant.sizes() == null ? null : variant.sizes().keySet().toArray(String[]::new),
                    byCode.size() + 1);
            byCode.put(variant.code(), id);
        }
        return byCode;
    }

    private static Long @Nullable [] numbers(@Nullable List<Long> prices) {
        return prices == null ? null : prices.toArray(Long[]::new);
    }
}
