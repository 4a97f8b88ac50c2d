package fr.halle.catalog.model;

import fr.halle.shared.model.BusinessException;

/** No product of this portal has this name in its address. */
public final class ProductUnknown extends BusinessException {

    private static final long serialVersionUID = 1;

    public ProductUnknown(String slug) {
        super(slug);
    }
}
