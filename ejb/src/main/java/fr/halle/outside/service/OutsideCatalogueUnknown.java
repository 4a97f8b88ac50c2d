package fr.halle.outside.service;

import fr.halle.shared.model.BusinessException;

/** The outside system no longer has this catalogue for the desk. */
public final class OutsideCatalogueUnknown extends BusinessException {

    private static final long serialVersionUID = 1;

    public OutsideCatalogueUnknown(String code) {
        super(code);
    }
}
