package fr.halle.outside.service;

import fr.halle.shared.model.BusinessException;

/** The desk has no account at an outside system. */
public final class OutsideNotConnected extends BusinessException {

    private static final long serialVersionUID = 1;
}
