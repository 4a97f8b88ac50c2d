package fr.halle.sales.service;

import fr.halle.shared.model.FieldRefusal;

/** A message cannot be sent as it is; what was typed is kept as a draft. */
public final class MessageRefused extends FieldRefusal {

    /** Nothing was written, and nothing goes with it. */
    public static final String EMPTY = "empty";

    public static final String LONG = "long";

    /** The customer gave no mail address, so that no answer would arrive. */
    public static final String NOWHERE = "nowhere";

    private static final long serialVersionUID = 1;

    public MessageRefused(String reason, Object... details) {
        super("text", reason, details);
    }
}
