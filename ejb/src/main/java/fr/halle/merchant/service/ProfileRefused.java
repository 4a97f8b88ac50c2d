package fr.halle.merchant.service;

import fr.halle.shared.model.FieldRefusal;

/** A field of the merchant's particulars is missing or wrong. It carries the field's name, never what was typed. */
public final class ProfileRefused extends FieldRefusal {

    public static final String MISSING = "MISSING";
    public static final String WRONG = "WRONG";

    private static final long serialVersionUID = 1;

    /** @param reason {@link #MISSING} or {@link #WRONG}; every field has sentences of its own, such as {@code mobile.WRONG} */
    public ProfileRefused(String field, String reason) {
        super(field, field + "." + reason, field);
    }
}
