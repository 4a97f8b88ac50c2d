package fr.halle.cart.service;

import fr.halle.shared.model.BusinessException;

/** No such cart, or another portal's: the two are answered alike, so that nobody learns which ids exist. */
public final class CartUnknown extends BusinessException {

    private static final long serialVersionUID = 1;

    public CartUnknown() {
        super();
    }
}
