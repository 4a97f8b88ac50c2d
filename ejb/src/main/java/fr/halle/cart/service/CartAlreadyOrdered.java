package fr.halle.cart.service;

import fr.halle.shared.model.BusinessException;

/** The cart has become an order, which nobody changes (C17). */
public final class CartAlreadyOrdered extends BusinessException {

    private static final long serialVersionUID = 1;

    public CartAlreadyOrdered() {
        super();
    }
}
