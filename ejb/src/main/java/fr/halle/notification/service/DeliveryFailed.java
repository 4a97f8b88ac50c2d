package fr.halle.notification.service;

import org.jspecify.annotations.Nullable;

/** It did not go, for a reason that may pass. */
public class DeliveryFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DeliveryFailed(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
