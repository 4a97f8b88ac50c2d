package fr.halle.shared.api;

import fr.halle.shared.model.FieldRefusal;

/** A parameter or a header of a request is missing or cannot be read. Details: its name. */
public final class ParameterRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    /** @param reason {@code MISSING}, {@code SYNTAX}, {@code RANGE} or {@code TWICE} */
    public ParameterRefused(String field, String reason) {
        super(field, reason, field);
    }
}
