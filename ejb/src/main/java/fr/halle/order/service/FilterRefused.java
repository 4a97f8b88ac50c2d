package fr.halle.order.service;

import fr.halle.shared.model.FieldRefusal;

/** A search cannot be kept under this name. */
public final class FilterRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Reason {
        /** It has no name. */
        MISSING,
        /** Its name is too long, or hides characters. */
        SYNTAX,
        /** One of this account's is called so already. */
        TAKEN,
        /** This account keeps as many as it may. */
        FULL,
        /** Nothing was searched for. */
        EMPTY
    }

    public FilterRefused(Reason why) {
        super("name", why.name(), SavedFilters.MOST);
    }
}
