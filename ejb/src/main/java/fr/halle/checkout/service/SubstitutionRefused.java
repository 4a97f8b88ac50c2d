package fr.halle.checkout.service;

import fr.halle.shared.model.BusinessException;

/** What was put together cannot replace the part: nothing was changed (K10). */
public final class SubstitutionRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Reason {
        /** Nothing was chosen to replace it. */
        NOTHING_CHOSEN,
        /** Of another shop than the part. */
        ANOTHER_SHOP,
        /** Something chosen is gone, or cannot be had so. */
        GONE,
        /** How or when it is collected is still to be chosen, or cannot be had any more. */
        COLLECTION,
        /** It goes to the customer's door, and no address is known. */
        ADDRESS,
        /** It is for adults, and the customer never declared to be one. */
        ADULTS,
        /** Prices, or what was paid, are no longer what the page showed. */
        STALE
    }

    private final Reason reason;

    public SubstitutionRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    @Override
    public String variant() {
        return reason.name();
    }
}
