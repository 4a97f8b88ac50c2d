package fr.halle.cart.service;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.OnField;

/** A text that goes with a choice cannot be kept. Details: the limit. */
public final class DetailRefused extends BusinessException implements OnField {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    public DetailRefused(String field, String reason, int most) {
        super(most);
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
