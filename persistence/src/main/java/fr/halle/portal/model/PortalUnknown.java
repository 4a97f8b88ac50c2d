package fr.halle.portal.model;

import fr.halle.shared.model.BusinessException;

/** The request's host is no portal's: an API client names one in its Host header, or keeps the cookie of the choice page. */
public final class PortalUnknown extends BusinessException {

    private static final long serialVersionUID = 1;
}
