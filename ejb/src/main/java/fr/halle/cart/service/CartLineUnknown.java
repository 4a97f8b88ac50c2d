package fr.halle.cart.service;

import fr.halle.shared.model.BusinessException;

/** The cart has no such line: it was removed meanwhile, or it is another cart's. */
public final class CartLineUnknown extends BusinessException {

    private static final long serialVersionUID = 1;

    public CartLineUnknown() {
        super();
    }
}
