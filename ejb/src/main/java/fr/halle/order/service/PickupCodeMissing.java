package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** The portal lets a part be completed with the code that its customer shows, and none was given (K17). */
public final class PickupCodeMissing extends BusinessException {

    private static final long serialVersionUID = 1;
}
