package fr.halle.sales.service;

import fr.halle.shared.model.FieldRefusal;

/** An answer cannot be kept under that name. */
public final class AnswerRefused extends FieldRefusal {

    public static final String NAME = "name";

    /** There are as many as a list can be read. */
    public static final String FULL = "full";

    /** Another text has that name. */
    public static final String TAKEN = "taken";

    private static final long serialVersionUID = 1;

    public AnswerRefused(String reason, Object... details) {
        super("title", reason, details);
    }
}
