package fr.halle.sales.service;

import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.QuoteState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quote as its customer finds it behind its link.
 *
 * @param state EXPIRED from the first moment after its last day, whatever was written down yet
 * @param taken the options and alternatives that count now: as offered, or as they were accepted
 * @param paying whether a page of the provider's is open for it, or an answer is awaited
 * @param order where it has become one
 * @param conversation the token of the page where its customer writes to the desk
 */
public record OfferedQuote(
        long id,
        long requestId,
        FrozenQuote quote,
        QuoteState state,
        Set<Long> taken,
        boolean paying,
        @Nullable Order order,
        String conversation) {

    /** What it became. @param token opens the order's page, together with its number */
    public record Order(String number, String token) {}

    /** Whether it can be accepted now, or paid if it is accepted already. */
    public boolean isPayable() {
        return order == null && (state == QuoteState.SENT || state == QuoteState.ACCEPTED);
    }
}
