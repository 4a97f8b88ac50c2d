package fr.halle.shared.api;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.OnField;

/** A parameter or a header of a request is missing or cannot be read. Details: its name. */
public final class ParameterRefused extends BusinessException implements OnField {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    /** @param reason {@code MISSING} or {@code SYNTAX} */
    public ParameterRefused(String field, String reason) {
        super(field);
        this.field = field;
        this.reason = reason;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String reason() {
        return reason;
    }
}
