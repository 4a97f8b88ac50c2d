package fr.halle.checkout.service;

import fr.halle.shared.model.BusinessException;

/** This cart is an order already: it cannot be ordered twice. */
public final class CartOrdered extends BusinessException {

    private static final long serialVersionUID = 1;

    public CartOrdered() {
        super();
    }
}
