package fr.halle.operation.service;

import fr.halle.shared.model.BusinessException;

/** Somebody has just had it done again: its answer is waited for. */
public final class ReplayUnderWay extends BusinessException {

    private static final long serialVersionUID = 1;
}
