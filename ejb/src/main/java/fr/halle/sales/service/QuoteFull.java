package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** No more prestations fit into one quote. */
public final class QuoteFull extends BusinessException {

    private static final long serialVersionUID = 1;

    public QuoteFull(int most) {
        super(most);
    }
}
