package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** The key of an earlier request came again with other words: nothing is done rather than guessed. */
public final class ContactKeyReused extends BusinessException {

    private static final long serialVersionUID = 1;
}
