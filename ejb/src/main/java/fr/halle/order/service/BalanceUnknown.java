package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** No balance has this link, or the link was cut short. */
public final class BalanceUnknown extends BusinessException {

    private static final long serialVersionUID = 1;

    public BalanceUnknown() {
        super();
    }
}
