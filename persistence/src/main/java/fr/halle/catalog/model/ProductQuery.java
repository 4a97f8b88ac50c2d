package fr.halle.catalog.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer looks for; null where anything will do.
 *
 * @param category a category's slug, shop a shop's
 * @param on a day on which it must still be had
 * @param maxCents the most the cheapest choice may cost
 * @param sort in which order
 * @param limit how many at once, 1 to 100
 * @param after the {@link ProductPage#next} of the page before, of the same order
 */
public record ProductQuery(
        @Nullable String q,
        @Nullable String category,
        @Nullable String shop,
        @Nullable ProductKind kind,
        @Nullable LocalDate on,
        @Nullable Long maxCents,
        ProductSort sort,
        int limit,
        @Nullable String after) {

    public static final int MOST = 100;

    public ProductQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is between 1 and " + MOST + ", not " + limit);
        }
        q = q == null || q.isBlank() ? null : q.strip();
    }

    /** In our order. */
    public ProductQuery(
            @Nullable String q,
            @Nullable String category,
            @Nullable String shop,
            @Nullable ProductKind kind,
            @Nullable LocalDate on,
            @Nullable Long maxCents,
            int limit,
            @Nullable String after) {
        this(q, category, shop, kind, on, maxCents, ProductSort.OURS, limit, after);
    }

    public static ProductQuery first(int limit) {
        return new ProductQuery(null, null, null, null, null, null, limit, null);
    }

    /** The same list from another place. */
    public ProductQuery after(@Nullable String place) {
        return new ProductQuery(q, category, shop, kind, on, maxCents, sort, limit, place);
    }

    public ProductQuery ofShop(String slug) {
        return new ProductQuery(q, category, slug, kind, on, maxCents, sort, limit, after);
    }
}
