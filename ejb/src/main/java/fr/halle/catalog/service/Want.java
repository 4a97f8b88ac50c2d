package fr.halle.catalog.service;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code capacity} that a choice is about.
 *
 * @param until the last day, inclusive
 * @param before the first instant that is too late
 */
record Want(
        Shape shape,
        @Nullable Long variantId,
        @Nullable String size,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant at,
        @Nullable Instant before) {

    /** How the rows are found; each is a statement of its own, so that each uses the index whole. */
    enum Shape {
        STOCK,
        VARIANT_DAYS,
        SIZED_DAYS,
        DAYS,
        HOURS
    }

    static Want stock(@Nullable Long variantId) {
        return new Want(Shape.STOCK, variantId, null, null, null, null, null);
    }

    static Want days(@Nullable Long variantId, @Nullable String size, LocalDate from, LocalDate until) {
        Shape shape = variantId == null ? Shape.DAYS : size == null ? Shape.VARIANT_DAYS : Shape.SIZED_DAYS;
        return new Want(shape, variantId, size, from, until, null, null);
    }

    static Want hours(Instant at, Instant before) {
        return new Want(Shape.HOURS, null, null, null, null, at, before);
    }
}
