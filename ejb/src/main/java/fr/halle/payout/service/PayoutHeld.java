package fr.halle.payout.service;

import fr.halle.shared.model.BusinessException;

/** A payout that waits for the end of its merchant's freeze. */
public final class PayoutHeld extends BusinessException {

    private static final long serialVersionUID = 1;
}
