package fr.halle.sales.service;

import fr.halle.sales.model.QuoteState;
import fr.halle.shared.model.BusinessException;

/** The quote can no longer be answered: it was replaced, declined, or its time is over. */
public final class QuoteClosed extends BusinessException {

    private static final long serialVersionUID = 1;

    private final QuoteState state;

    public QuoteClosed(QuoteState state) {
        super(state);
        this.state = state;
    }

    @Override
    public String variant() {
        return state.name();
    }
}
