package fr.halle.catalog.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer chose of one product. Which parts must be there depends on the {@link ProductKind}.
 *
 * @param quantity pieces or persons (grams where the product is sold by weight), at least 1
 * @param startsOn first day: a pass, a rental, a lodging's arrival, a lesson week's Monday
 * @param endsOn last day of a rental, a lodging's departure
 * @param startsAt a session's or a private lesson's beginning
 */
public record Choice(
        long productId,
        @Nullable Long variantId,
        long quantity,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant startsAt,
        @Nullable String size,
        @Nullable Integer adults,
        @Nullable Integer children) {}
