package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** The portal leaves it to the customer to say that the order was received (K17). */
public final class CustomerMustConfirm extends BusinessException {

    private static final long serialVersionUID = 1;
}
