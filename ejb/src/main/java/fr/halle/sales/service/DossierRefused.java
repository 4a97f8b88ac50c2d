package fr.halle.sales.service;

import fr.halle.shared.model.FieldRefusal;

/** What was typed into the block "Dossier" cannot be. */
public final class DossierRefused extends FieldRefusal {

    /** One of two dates, or neither. */
    public static final String ALONE = "alone";

    public static final String UPSIDE_DOWN = "upsideDown";

    /** No category, or nobody, of this desk. */
    public static final String UNKNOWN = "unknown";

    private static final long serialVersionUID = 1;

    public DossierRefused(String field, String reason) {
        super(field, reason);
    }
}
