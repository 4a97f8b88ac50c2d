package fr.halle.identity.web;

import fr.halle.shared.model.BusinessException;

/** Something that needs a person was asked for by nobody: not signed in, or the account was closed since. */
public final class NobodyActs extends BusinessException {

    private static final long serialVersionUID = 1;
}
