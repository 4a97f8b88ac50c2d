package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** The key of an earlier request came again with another one: nothing is done rather than guessed. */
public final class MoveKeyReused extends BusinessException {

    private static final long serialVersionUID = 1;
}
