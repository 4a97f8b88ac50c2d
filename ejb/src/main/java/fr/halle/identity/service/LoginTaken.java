package fr.halle.identity.service;

import fr.halle.shared.model.BusinessException;

/** Somebody has this login. It carries none: a login may be an e-mail address. */
public final class LoginTaken extends BusinessException {

    private static final long serialVersionUID = 1;
}
