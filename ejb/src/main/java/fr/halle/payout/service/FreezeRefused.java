package fr.halle.payout.service;

import fr.halle.shared.model.FieldRefusal;

/** Why a freeze ends early is missing, or longer than anybody reads. */
public final class FreezeRefused extends FieldRefusal {

    public static final String MISSING = "MISSING";
    public static final String LONG = "LONG";

    private static final long serialVersionUID = 1;

    public FreezeRefused(String reason) {
        super("reason", "reason." + reason);
    }
}
