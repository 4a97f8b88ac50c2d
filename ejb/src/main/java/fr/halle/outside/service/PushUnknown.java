package fr.halle.outside.service;

import fr.halle.shared.model.BusinessException;

/** There is no such sale on its way to the outside system, or it is not the actor's to see. */
public final class PushUnknown extends BusinessException {

    private static final long serialVersionUID = 1;
}
