package fr.halle.identity.api;

import fr.halle.shared.model.BusinessException;

/** Whoever must have a second factor and has none sets it up on the pages first, and does nothing else before. */
public final class SecondFactorMissing extends BusinessException {

    private static final long serialVersionUID = 1;
}
