package fr.halle.outside.service;

import fr.halle.shared.model.BusinessException;

/** The outside system did not answer, or not as its contract says: to be tried again. */
public final class OutsideSilent extends BusinessException {

    private static final long serialVersionUID = 1;
}
