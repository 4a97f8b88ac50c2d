package fr.halle.cart.service;

import fr.halle.shared.model.BusinessException;

/** Others change this cart at the same time, again and again: nothing was done, ask once more. */
public final class CartBusy extends BusinessException {

    private static final long serialVersionUID = 1;

    public CartBusy() {
        super();
    }
}
