package fr.halle.cart.service;

import fr.halle.shared.model.BusinessException;

/** A cart takes so many lines and no more. Details: how many. */
public final class CartFull extends BusinessException {

    private static final long serialVersionUID = 1;

    public CartFull(int most) {
        super(most);
    }
}
