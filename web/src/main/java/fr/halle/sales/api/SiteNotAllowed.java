package fr.halle.sales.api;

import fr.halle.shared.model.BusinessException;

/** A page of a site that the portal's operator did not name asks something in its visitor's name (C18). */
public final class SiteNotAllowed extends BusinessException {

    private static final long serialVersionUID = 1;
}
