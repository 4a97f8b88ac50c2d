package fr.halle.operation.service;

import fr.halle.shared.model.BusinessException;

/** A legal footer is a text of at most 2000 characters, and never empty. */
public final class FooterRefused extends BusinessException {

    private static final long serialVersionUID = 1;
}
