package fr.halle.payment.service;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.Money;

/** More is asked back than is left of what was paid. Details: what is left. */
public final class RefundTooLarge extends BusinessException {

    private static final long serialVersionUID = 1;

    private final long leftCents;

    public RefundTooLarge(long leftCents) {
        super(Money.euros(leftCents));
        this.leftCents = leftCents;
    }

    /** In cents. */
    public long leftCents() {
        return leftCents;
    }
}
