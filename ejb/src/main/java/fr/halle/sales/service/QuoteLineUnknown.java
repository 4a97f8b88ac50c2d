package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** The prestation is not of this quote, or no longer. */
public final class QuoteLineUnknown extends BusinessException {

    private static final long serialVersionUID = 1;
}
