package fr.halle.operation.service;

import fr.halle.shared.model.FieldRefusal;

/** A way out of Erreur that cannot be taken like that. */
public final class WayOutRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    /** @param field {@code reference}, {@code reason}, {@code amount}, {@code address} or {@code way} */
    public WayOutRefused(String field) {
        this(field, field);
    }

    /** @param reason {@code payout}: what the reference names at the provider is not this payout */
    WayOutRefused(String field, String reason) {
        super(field, reason);
    }
}
