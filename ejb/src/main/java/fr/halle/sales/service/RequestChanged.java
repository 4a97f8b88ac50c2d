package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;

/** Somebody changed it since the page was read: both versions are shown, and nothing typed is lost. */
public final class RequestChanged extends BusinessException {

    private static final long serialVersionUID = 1;
}
