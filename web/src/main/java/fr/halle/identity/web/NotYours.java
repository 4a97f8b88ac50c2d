package fr.halle.identity.web;

import fr.halle.shared.model.BusinessException;

/** Somebody who is known asked for what is another's: answered 403 by {@link ProDoor}. */
public final class NotYours extends BusinessException {

    private static final long serialVersionUID = 1;
}
