package fr.halle.catalog.model;

/**
 * A product as lists show it, in one language.
 *
 * @param unit what one is, such as « 3 unités »; empty where it goes without saying
 * @param picture a file's name under the pictures, alt what it shows
 * @param fromCents the least it can cost, VAT included; per kilogram where byWeight
 * @param soldOut whether nothing of it is left; dated ones say so on their dates
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
        boolean soldOut,
        String shopSlug,
        String shopName,
        String categorySlug,
        String categoryName) {}
