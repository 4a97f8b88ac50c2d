package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** There is no such quote, or it is not the actor's to see. */
public final class QuoteUnknown extends BusinessException {

    private static final long serialVersionUID = 1;
}
