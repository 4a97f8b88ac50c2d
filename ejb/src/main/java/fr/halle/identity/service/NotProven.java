package fr.halle.identity.service;

import fr.halle.shared.model.FieldRefusal;

/** The password, or the code, is not whose it should be. It carries the field's name, never what was typed. */
public final class NotProven extends FieldRefusal {

    public static final String PASSWORD = "password";
    public static final String CODE = "code";

    private static final long serialVersionUID = 1;

    public NotProven(String field) {
        super(field, field);
    }
}
