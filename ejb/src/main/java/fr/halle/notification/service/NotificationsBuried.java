package fr.halle.notification.service;

import java.util.List;

/** Messages that will not leave by themselves any more, by id; fired after their rows say so. */
public record NotificationsBuried(List<Long> ids) {

    public NotificationsBuried {
        ids = List.copyOf(ids);
    }
}
