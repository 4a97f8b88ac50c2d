package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** A quote is in progress: other dates lose it, and nobody has said yes to that (S19). */
public final class QuoteWouldBeLost extends BusinessException {

    private static final long serialVersionUID = 1;

    public QuoteWouldBeLost(int no) {
        super(no);
    }
}
