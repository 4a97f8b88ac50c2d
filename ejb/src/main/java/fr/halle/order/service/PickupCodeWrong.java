package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** It is not the code of this part (K17). Details: how many more may be tried before a pause. */
public final class PickupCodeWrong extends BusinessException {

    private static final long serialVersionUID = 1;

    public PickupCodeWrong(int left) {
        super(left);
    }
}
