package fr.halle.sales.service;

import fr.halle.shared.model.FieldRefusal;

/** A file cannot go with a message. */
public final class FileRefused extends FieldRefusal {

    /** It alone is larger than a file may be. */
    public static final String LARGE = "large";

    /** All of them together are. */
    public static final String TOGETHER = "together";

    public static final String MANY = "many";
    public static final String EMPTY = "empty";

    private static final long serialVersionUID = 1;

    public FileRefused(String reason, Object... details) {
        super("file", reason, details);
    }
}
