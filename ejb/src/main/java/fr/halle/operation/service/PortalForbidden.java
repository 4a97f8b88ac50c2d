package fr.halle.operation.service;

import fr.halle.shared.model.BusinessException;

/** Another portal's operator, or somebody who runs none. */
public final class PortalForbidden extends BusinessException {

    private static final long serialVersionUID = 1;
}
