package fr.halle.merchant.service;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.OnField;

/** A field of the merchant's particulars is missing or wrong. It carries the field's name, never what was typed. */
public final class ProfileRefused extends BusinessException implements OnField {

    public static final String MISSING = "MISSING";
    public static final String WRONG = "WRONG";

    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    public ProfileRefused(String field, String reason) {
        super(field);
        this.field = field;
        this.reason = reason;
    }

    @Override
    public String field() {
        return field;
    }

    /** {@code mobile.WRONG}: every field has sentences of its own. */
    @Override
    public String reason() {
        return field + "." + reason;
    }
}
