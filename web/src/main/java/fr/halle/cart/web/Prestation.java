package fr.halle.cart.web;

import fr.halle.catalog.model.ProductKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a basket or of an order says about what was chosen, before it is words.
 *
 * @param taxCents tourist tax within its price
 */
public record Prestation(
        ProductKind kind,
        String variant,
        String unitText,
        long quantity,
        boolean byWeight,
        long unitCents,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String size,
        @Nullable Integer adults,
        @Nullable Integer children,
        Map<String, String> detail,
        long taxCents) {}
