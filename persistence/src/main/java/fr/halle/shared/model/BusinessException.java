package fr.halle.shared.model;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;

/**
 * A refusal by a rule of the business: it rolls the transaction back and reaches the person as a sentence. The sentence is in the
 * bundles under {@link #key()}; the exception carries what it needs, identifiers and amounts, never personal data.
 */
@ApplicationException(rollback = true)
public abstract class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Object[] details;

    protected BusinessException(Object... details) {
        this.details = details.clone();
    }

    /** The message's key: the simple name of the class, so that a refusal and its sentence find each other. */
    public final String key() {
        return getClass().getSimpleName();
    }

    /** Which of its sentences says it, {@code error.<key>.<variant>}, where it has several. */
    public String variant() {
        return "";
    }

    /** What the sentence is filled with, in order: {0}, {1} … */
    public Object[] details() {
        return details.clone();
    }

    @Override
    public String getMessage() {
        return key() + Arrays.toString(details);
    }
}
