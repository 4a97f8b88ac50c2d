package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** The quote is not being written any more: what was sent is never changed, a newer one takes its place. */
public final class QuoteSealed extends BusinessException {

    private static final long serialVersionUID = 1;

    public QuoteSealed(int no) {
        super(no);
    }
}
