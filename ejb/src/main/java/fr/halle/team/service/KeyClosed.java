package fr.halle.team.service;

import fr.halle.shared.model.BusinessException;

/** The link was used, is too old, or never was: all answered alike. */
public final class KeyClosed extends BusinessException {

    private static final long serialVersionUID = 1;
}
