package fr.halle.notification.service;

import java.util.Collection;
import java.util.List;

/** Rows of {@code notification} were written in this transaction; once it has committed they are sent at once. */
public record NotificationsQueued(Collection<Long> ids) {

    public NotificationsQueued {
        ids = List.copyOf(ids);
    }
}
