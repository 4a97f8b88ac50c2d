package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** What a customer wants to take back is nothing, or not to be taken back any more, or another order's. */
public final class WithdrawalRefused extends BusinessException {

    private static final long serialVersionUID = 1;
}
