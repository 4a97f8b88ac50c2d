package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** Somebody moved the part since the page was read: nothing is overwritten. Details: its number, its state now. */
public final class PartMoved extends BusinessException {

    private static final long serialVersionUID = 1;

    public PartMoved(String number, Enum<?> stateNow) {
        super(number, stateNow.name());
    }
}
