package fr.halle.checkout.service;

import java.util.List;

/**
 * Everything a customer says when pressing the order button.
 *
 * @param address where the request came from, kept as evidence beside the terms that were accepted
 */
public record CheckoutForm(CustomerForm customer, List<AcceptedTerms> terms, String address) {

    public CheckoutForm {
        terms = List.copyOf(terms);
    }
}
