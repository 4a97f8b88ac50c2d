package fr.halle.payout.service;

import fr.halle.shared.model.BusinessException;

/** The payout is not without an answer: it is known by now, or the provider is being asked about it. */
public final class PayoutNotAwaited extends BusinessException {

    private static final long serialVersionUID = 1;
}
