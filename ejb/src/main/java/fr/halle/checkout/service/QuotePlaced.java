package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.shared.service.Pipeline;
import java.util.Map;

/**
 * An accepted quote is paid and becomes an order in this transaction; what observers add to {@code writes} goes to the database after
 * the order's own rows.
 *
 * @param lineIds the order's lines by their rank in the draft
 */
public record QuotePlaced(
        long quoteId, long orderId, String number, OrderDraft draft, Map<Integer, Long> lineIds, Pipeline writes) {

    public QuotePlaced {
        lineIds = Map.copyOf(lineIds);
    }
}
