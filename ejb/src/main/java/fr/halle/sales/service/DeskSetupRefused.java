package fr.halle.sales.service;

import fr.halle.shared.model.BusinessException;
import java.util.List;

/** The desk's settings cannot be saved as they are: nothing is, and everything that is wrong is said beside its field. */
public final class DeskSetupRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    private final transient List<Wrong> wrong;

    /**
     * Its sentence is {@code sales.wrong.<reason>}.
     *
     * @param field such as {@code object.fr.2.email}, counted as it was typed
     * @param detail what the sentence names
     */
    public record Wrong(String field, String reason, String detail) {}

    DeskSetupRefused(List<Wrong> wrong) {
        super(wrong.size());
        this.wrong = List.copyOf(wrong);
    }

    public List<Wrong> wrong() {
        return wrong;
    }

    @Override
    public String getMessage() {
        return key()
                + wrong.stream().map(one -> one.field() + " " + one.reason()).toList();
    }
}
