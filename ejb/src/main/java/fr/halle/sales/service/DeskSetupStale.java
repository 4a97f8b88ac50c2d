package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** Somebody else saved the desk's settings meanwhile: nothing is written, and both are shown. */
public final class DeskSetupStale extends BusinessException {

    private static final long serialVersionUID = 1;
}
