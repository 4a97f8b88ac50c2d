package fr.halle.notification.service;

import fr.halle.shared.model.BusinessException;

/** There is nothing to send again, or the button is not offered for this order (K12). */
public final class NothingToSend extends BusinessException {

    private static final long serialVersionUID = 1L;
}
