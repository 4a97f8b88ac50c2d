package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;

/** What a desk wrote to its customer and did not arrive: told in the history, once; an answer is marked in its conversation too. */
@Service
class Bounces {

    /** The mails {@code n} of a desk to its customer, of the request {@code r}. */
    static final String TO_CUSTOMER =
            " from notification n join sales_request r on r.id = n.subject_id and r.portal_id = n.portal_id"
                    + " where n.id = ? and n.event in ('REQUEST_ANSWERED', 'CONTACT_ACKNOWLEDGED', 'QUOTE_SENT', 'QUOTE_REMINDER')";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestHistory history;

    /** @return whether a desk wrote it to its customer */
    boolean ofNotification(long notificationId) {
        return ofMessage(notificationId) || ofAnother(notificationId);
    }

    private boolean ofMessage(long notificationId) {
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

    /** A quote, a reminder, an acknowledgement; an answer that was sent again. */
    private boolean ofAnother(long notificationId) {
        return sql.list(
                                "select r.id, n.event, not exists (select from request_event e where e.request_id = r.id and e.kind = 'BOUNCED'"
                                        + " and e.detail = n.event and e.at >= n.created_at) as fresh" + TO_CUSTOMER,
                                row -> {
                                    if (row.flag("fresh")) {
                                        history.write(
                                                row.number("id"), Actor.SYSTEM, RequestAct.BOUNCED, row.text("event"));
                                    }
                                    return row.number("id");
                                },
                                notificationId)
                        .size()
                > 0;
    }
}
