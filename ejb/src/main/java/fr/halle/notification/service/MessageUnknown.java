package fr.halle.notification.service;

import fr.halle.shared.model.BusinessException;

/** There is no such message, or it is somebody else's: the answer is the same. */
public class MessageUnknown extends BusinessException {

    private static final long serialVersionUID = 1L;
}
