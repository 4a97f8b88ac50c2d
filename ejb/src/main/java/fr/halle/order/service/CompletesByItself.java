package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** The portal leaves it to the clock to complete a part, days after its service (K17). */
public final class CompletesByItself extends BusinessException {

    private static final long serialVersionUID = 1;
}
