package fr.halle.notification.service;

import org.jspecify.annotations.Nullable;

/** There is no such recipient: trying again would only annoy its server. */
public class RecipientRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecipientRefused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
