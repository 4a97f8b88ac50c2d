package fr.halle.operation.service;

import fr.halle.shared.model.BusinessException;

/** There is no such trouble any more, or it is another portal's. */
public final class TroubleUnknown extends BusinessException {

    private static final long serialVersionUID = 1;
}
