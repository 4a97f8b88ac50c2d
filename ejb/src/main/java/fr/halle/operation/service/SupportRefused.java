package fr.halle.operation.service;

import fr.halle.shared.model.FieldRefusal;

/** What merchants are to write to or call for help that is no address, or no telephone number. */
public final class SupportRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    /** @param field {@code email} or {@code phone} */
    public SupportRefused(String field) {
        super(field, field);
    }
}
