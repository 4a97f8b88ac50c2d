package fr.halle.order.service;

import fr.halle.shared.model.BusinessException;
import java.time.Instant;

/** The portal lets a part be completed once its slot has begun (K17). Details: when that is. */
public final class TooEarlyToComplete extends BusinessException {

    private static final long serialVersionUID = 1;

    public TooEarlyToComplete(Instant opens) {
        super(opens);
    }
}
