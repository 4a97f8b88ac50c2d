package fr.halle.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * A product as lists show it, in one language.
 *
 * @param unit what one is, such as « 3 unités »; empty where it goes without saying
 * @param picture a file's name under the pictures, alt what it shows
 * @param fromCents the least it can cost, VAT included; per kilogram where byWeight
 * @param left of goods, pieces or grams; null where it is not counted, and of dated ones, which say so on their dates
 * @param collected whether it is fetched or brought
 */
public record ProductCard(
        long id,
        String slug,
        ProductKind kind,
        String name,
        String summary,
        String unit,
        String picture,
        String alt,
        long fromCents,
        boolean byWeight,
        @Nullable Long left,
        boolean collected,
        long shopId,
        String shopSlug,
        String shopName,
        String categorySlug,
        String categoryName) {}
