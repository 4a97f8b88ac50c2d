package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;

/** An answer that did not arrive is marked in its conversation, once, and in the history. */
@Service
class Bounces {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestHistory history;

    /** @return whether it is a message of a conversation */
    boolean ofNotification(long notificationId) {
        return sql.list(
                                "select request_id, id, bounced_at is null as fresh from request_message where notification_id = ?",
                                row -> {
                                    if (row.flag("fresh")) {
                                        mark(row.number("request_id"), row.number("id"));
                                    }
                                    return row.number("id");
                                },
                                notificationId)
                        .size()
                > 0;
    }

    /** The desk has to look: the customer has not read what it wrote. */
    private void mark(long requestId, long messageId) {
        sql.update("update request_message set bounced_at = ? where id = ?", clock.instant(), messageId);
        history.write(requestId, Actor.SYSTEM, RequestAct.BOUNCED, "");
    }
}
