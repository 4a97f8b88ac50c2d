package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;
import java.time.Instant;

/** Too many wrong codes were tried for this part (K17). Details: when the next may be. */
public final class PickupCodeBlocked extends BusinessException {

    private static final long serialVersionUID = 1;

    public PickupCodeBlocked(Instant until) {
        super(until);
    }
}
