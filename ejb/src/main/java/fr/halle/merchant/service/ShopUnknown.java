package fr.halle.merchant.service;

import fr.halle.shared.model.BusinessException;

/** No such shop, or none of this portal's. Details: what was asked for. */
public final class ShopUnknown extends BusinessException {

    private static final long serialVersionUID = 1;

    public ShopUnknown(Object asked) {
        super(asked);
    }
}
