package fr.halle.sales.service;

import fr.halle.shared.model.FieldRefusal;

/** What was typed of a quote or of a free prestation cannot be, said beside its field: {@code error.QuoteRefused.<reason>}. */
public final class QuoteRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    /** @param field as the form calls it */
    public QuoteRefused(String field, String reason, Object... limits) {
        super(field, reason, limits);
    }
}
