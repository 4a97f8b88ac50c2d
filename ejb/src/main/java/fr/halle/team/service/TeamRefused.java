package fr.halle.team.service;

import fr.halle.shared.model.FieldRefusal;

/** A field of an invitation is missing or wrong. It carries the field's name, never what was typed. */
public final class TeamRefused extends FieldRefusal {

    public static final String MISSING = "MISSING";
    public static final String WRONG = "WRONG";
    public static final String TAKEN = "TAKEN";
    public static final String FULL = "FULL";

    private static final long serialVersionUID = 1;

    public TeamRefused(String field, String reason) {
        super(field, field + "." + reason, field);
    }
}
