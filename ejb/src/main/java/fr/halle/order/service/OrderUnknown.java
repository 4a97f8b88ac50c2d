package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** No order of this portal is opened by this number and token: whether one of the two was right is not said. */
public final class OrderUnknown extends BusinessException {

    private static final long serialVersionUID = 1;

    public OrderUnknown() {
        super();
    }
}
