package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** More parts were named than are moved at once: none was. Details: how many may be. */
public final class TooManyAtOnce extends BusinessException {

    private static final long serialVersionUID = 1;

    public TooManyAtOnce(int most) {
        super(most);
    }
}
