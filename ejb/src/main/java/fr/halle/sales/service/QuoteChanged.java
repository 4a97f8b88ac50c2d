package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** Somebody else has changed the quote since it was shown: nothing is written over what was not seen. */
public final class QuoteChanged extends BusinessException {

    private static final long serialVersionUID = 1;
}
