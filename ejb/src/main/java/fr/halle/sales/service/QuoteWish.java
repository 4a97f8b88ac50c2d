package fr.halle.sales.service;

import fr.halle.sales.model.QuoteAsk;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a quote as the desk types them.
 *
 * @param depositBp basis points of the total
 * @param balanceDueOn may be missing where the whole is asked
 * @param discountCents 0 for none
 * @param discountReason needed with a discount: the customer reads it
 * @param message to the customer, on the quote itself; may be empty
 */
public record QuoteWish(
        QuoteAsk ask,
        int depositBp,
        @Nullable LocalDate balanceDueOn,
        LocalDate validUntil,
        long discountCents,
        String discountReason,
        String message) {}
