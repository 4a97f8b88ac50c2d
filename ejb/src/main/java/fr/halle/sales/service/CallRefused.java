package fr.halle.sales.service;

import fr.halle.shared.model.FieldRefusal;

/** A request that was taken by telephone lacks something, or something in it cannot be. */
public final class CallRefused extends FieldRefusal {

    public static final String MISSING = "missing";
    public static final String SYNTAX = "syntax";
    public static final String LONG = "long";

    private static final long serialVersionUID = 1;

    public CallRefused(String field, String reason, Object... details) {
        super(field, reason, details);
    }
}
