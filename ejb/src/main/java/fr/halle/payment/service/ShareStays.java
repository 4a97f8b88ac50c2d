package fr.halle.payment.service;

import fr.halle.shared.model.BusinessException;

/** What was paid for a part cannot pay for another one now: nothing was changed. */
public final class ShareStays extends BusinessException {

    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Reason {
        /** It is on its way to the merchant's e-money account at this moment. */
        IN_TRANSFER,
        /** It is set aside for a payout, or was paid out: the part's money is the merchant's own by now. */
        PAID_OUT,
        /** The cardholder's bank takes it back, or is asked to. */
        DISPUTED,
        /** What is left of it would not cover the fees and the tourist tax that rest on it. */
        UNCOVERED
    }

    private final Reason reason;

    public ShareStays(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    @Override
    public String variant() {
        return reason.name();
    }
}
