package fr.halle.catalog.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be had of a product at one time, or at any time where it has none.
 *
 * @param left pieces (grams), places, sets of gear, instructors; 0 or 1 for a night
 * @param priceCents of one of them: a place, a night, the first day of a rental
 * @param minNights how long a stay must be that begins then
 */
public record Opening(
        @Nullable LocalDate day,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Long variantId,
        @Nullable String size,
        long left,
        long priceCents,
        @Nullable Integer minNights) {}
