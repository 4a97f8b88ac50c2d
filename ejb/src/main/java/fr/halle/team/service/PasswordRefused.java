package fr.halle.team.service;

import fr.halle.shared.model.FieldRefusal;

/** A password that may not be, or the old one was not it. It carries the field's name, never what was typed. */
public final class PasswordRefused extends FieldRefusal {

    public static final String WRONG = "WRONG";
    public static final String SHORT = "SHORT";
    public static final String LONG = "LONG";
    public static final String GUESSED = "GUESSED";
    public static final String DIFFERENT = "DIFFERENT";

    private static final long serialVersionUID = 1;

    public PasswordRefused(String field, String reason, Object... details) {
        super(field, field + "." + reason, details);
    }
}
