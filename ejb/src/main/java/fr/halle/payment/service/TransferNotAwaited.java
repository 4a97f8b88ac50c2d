package fr.halle.payment.service;

import fr.halle.shared.model.BusinessException;

/** No transfer of this share is without an answer: the provider refused it, and it is tried again, or it is made and known. */
public final class TransferNotAwaited extends BusinessException {

    private static final long serialVersionUID = 1;
}
