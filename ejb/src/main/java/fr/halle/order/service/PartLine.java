package fr.halle.order.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.OrderLineState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One prestation as the merchant reads it (M13, M26, M33, M34). Amounts are cents, VAT included.
 *
 * @param quantity pieces, or grams for what is sold by weight
 * @param taxCents tourist tax within the total
 */
public record PartLine(
        long id,
        long partId,
        ProductKind kind,
        String name,
        String family,
        String seller,
        String variant,
        String unitText,
        long quantity,
        boolean byWeight,
        long unitCents,
        long totalCents,
        int vatBp,
        long taxCents,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String size,
        @Nullable Integer adults,
        @Nullable Integer children,
        Map<String, String> detail,
        OrderLineState state) {

    public PartLine {
        detail = Map.copyOf(detail);
    }
}
