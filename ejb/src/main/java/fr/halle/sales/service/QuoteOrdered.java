package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** The quote has become an order, or is being paid: what becomes of it is no longer decided here. */
public final class QuoteOrdered extends BusinessException {

    private static final long serialVersionUID = 1;

    /** @param number of the order, empty while the customer is at the provider's page */
    public QuoteOrdered(String number) {
        super(number);
    }

    @Override
    public String variant() {
        return details()[0].equals("") ? "PAYING" : "PAID";
    }
}
