package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;

/** Which provider holds the money of which payment. */
@Service
public class Providers {

    @Inject
    private MangopayProvider mangopay;

    @Inject
    private InstantProvider instant;

    /** @throws IllegalArgumentException for FREE: nobody is asked about nothing */
    public PaymentProvider of(PaymentMethod method) {
        return switch (method) {
            case CARD -> mangopay;
            case INSTANT -> instant;
            case FREE -> throw new IllegalArgumentException("A free order has no provider");
        };
    }

    /** The one that merchants are paid by, and whose totals the ledger must agree with. */
    public PaymentProvider main() {
        return mangopay;
    }
}
