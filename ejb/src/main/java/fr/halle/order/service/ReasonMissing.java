package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.Transition;

/** A cancellation says why: the customer will read it (M40). Details: the move. */
public final class ReasonMissing extends BusinessException {

    private static final long serialVersionUID = 1;

    public ReasonMissing(Transition<?> transition) {
        super(transition.name());
    }
}
