package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** A quote without prestations offers nothing. */
public final class QuoteEmpty extends BusinessException {

    private static final long serialVersionUID = 1;
}
