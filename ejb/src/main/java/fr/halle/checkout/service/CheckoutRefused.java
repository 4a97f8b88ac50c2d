package fr.halle.checkout.service;

import fr.halle.shared.model.BusinessException;
import java.util.List;

/** The order cannot be made as it was asked for. It lists everything that is wrong at once, so that nobody mends one field at a time. */
public final class CheckoutRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public CheckoutRefused(List<FieldError> errors) {
        super(errors.size());
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public String getMessage() {
        return key() + errors.stream().map(FieldError::key).toList();
    }
}
