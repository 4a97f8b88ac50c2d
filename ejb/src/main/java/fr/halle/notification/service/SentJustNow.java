package fr.halle.notification.service;

import fr.halle.shared.model.BusinessException;
import java.time.Instant;

/** It was sent again a moment ago: a second press of the button must not fill the customer's inbox. Details: from when on it may. */
public final class SentJustNow extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient Instant next;

    public SentJustNow(Instant next) {
        super(next);
        this.next = next;
    }

    public Instant next() {
        return next;
    }
}
