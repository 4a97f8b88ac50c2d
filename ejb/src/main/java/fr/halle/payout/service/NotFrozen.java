package fr.halle.payout.service;

import fr.halle.shared.model.BusinessException;

/** There is no freeze to end: it is over, or the merchant is not of the operator's portal. */
public final class NotFrozen extends BusinessException {

    private static final long serialVersionUID = 1;
}
