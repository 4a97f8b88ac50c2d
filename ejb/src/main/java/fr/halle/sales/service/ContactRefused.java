package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;
import java.util.List;

/** A contact form that cannot be sent as it is: everything that is wrong with it at once, beside the fields. */
public final class ContactRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    private final transient List<Wrong> wrong;

    /** Its sentence is {@code contact.wrong.<field>.<reason>}. */
    public record Wrong(String field, String reason) {}

    ContactRefused(List<Wrong> wrong) {
        super(wrong.size());
        this.wrong = List.copyOf(wrong);
    }

    public List<Wrong> wrong() {
        return wrong;
    }

    @Override
    public String getMessage() {
        return key() + wrong;
    }
}
