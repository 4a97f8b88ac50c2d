package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;

/** These lines cannot be cancelled by themselves: nothing was. */
public final class LinesRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Reason {
        NONE_CHOSEN,
        /** Not of this part, or cancelled already. */
        UNKNOWN,
        /** The portal cancels a part whole or not at all (M48, K9). */
        WHOLE_ONLY
    }

    private final Reason reason;

    public LinesRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    @Override
    public String variant() {
        return reason.name();
    }
}
