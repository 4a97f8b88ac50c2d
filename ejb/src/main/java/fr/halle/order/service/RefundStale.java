package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.Money;

/** Somebody gave money back since the page was read: nothing is given twice. Details: what is left now. */
public final class RefundStale extends BusinessException {

    private static final long serialVersionUID = 1;

    RefundStale(long leftCents) {
        super(Money.euros(leftCents));
    }
}
