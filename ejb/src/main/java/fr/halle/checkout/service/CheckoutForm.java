package fr.halle.checkout.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a customer says when pressing the order button.
 *
 * @param address where the request came from, kept as evidence beside the terms that were accepted
 * @param seen what the button was said to cost (Code de la consommation, L221-14); null where that cannot have changed since, as of a
 *     quote, or is not told
 */
public record CheckoutForm(
        CustomerForm customer,
        List<AcceptedTerms> terms,
        String address,
        @Nullable Sums seen) {

    /** @param dueNowCents what of the total is paid now */
    public record Sums(long totalCents, long dueNowCents) {}

    public CheckoutForm {
        terms = List.copyOf(terms);
    }

    public CheckoutForm(CustomerForm customer, List<AcceptedTerms> terms, String address) {
        this(customer, terms, address, null);
    }
}
