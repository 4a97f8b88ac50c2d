package fr.halle.sales.model;

import fr.halle.shared.model.BusinessException;

/** What was picked of a quote's options and alternatives cannot be picked. */
public final class PickRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    private final Why why;

    /** Each has its sentence. */
    public enum Why {
        /** A prestation that is not of this quote. */
        UNKNOWN,
        /** None of several alternatives, or more than one. */
        NOT_ONE
    }

    public PickRefused(Why why) {
        super(why);
        this.why = why;
    }

    @Override
    public String variant() {
        return why.name();
    }
}
