package fr.halle.order.model;

import fr.halle.catalog.model.ProductKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One prestation of an order, as it was sold and as it stands; its components are the columns of its row. Amounts are cents, VAT
 * included.
 *
 * @param merchantOrderId the part it belongs to
 * @param lineNo its rank in the whole order, from 1
 * @param productId null for what was in no catalogue of ours
 * @param quantity pieces, or grams for what is sold by weight
 * @param taxCents tourist tax within the total
 * @param dueNowCents what was paid with the order: the total, or a lodging's deposit (C07)
 */
public record OrderLine(
        long id,
        long merchantOrderId,
        int lineNo,
        @Nullable Long productId,
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
        long dueNowCents,
        String withdrawal,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String size,
        @Nullable Integer adults,
        @Nullable Integer children,
        Map<String, String> detail,
        String picture,
        OrderLineState state) {

    public OrderLine {
        detail = Map.copyOf(detail);
    }
}
