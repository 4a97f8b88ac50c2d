package fr.halle.checkout.service;

import fr.halle.shared.model.BusinessException;

/** The key of an earlier checkout of this cart came again with another request: nothing is done rather than guessed. */
public final class IdempotencyKeyReused extends BusinessException {

    private static final long serialVersionUID = 1;

    public IdempotencyKeyReused() {
        super();
    }
}
