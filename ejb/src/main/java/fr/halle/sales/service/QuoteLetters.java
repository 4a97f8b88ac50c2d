package fr.halle.sales.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** A quote's mails to its customer: the one it goes with, and the reminder. */
@Service
public class QuoteLetters {

    @Inject
    private Sql sql;

    @Inject
    private Notifications notifications;

    private record Sums(long total, long dueNow) {}

    void sent(@Observes QuoteSent sent) {
        QuoteHead head = sql.one(QuoteHead.SELECT + " where q.id = ?", QuoteHead::of, sent.quoteId())
                .orElseThrow(QuoteUnknown::new);
        Map<String, String> data = data(head);
        data.put("subject", sent.mail().subject());
        data.put("text", sent.mail().body());
        queue(head, NotificationEvent.QUOTE_SENT, data);
    }

    /** @param lastDay is today, else tomorrow */
    void remind(QuoteHead head, boolean lastDay) {
        Map<String, String> data = data(head);
        data.put("lastDay", Boolean.toString(lastDay));
        data.put("places", Boolean.toString(holds(head)));
        queue(head, NotificationEvent.QUOTE_REMINDER, data);
    }

    private boolean holds(QuoteHead head) {
        return sql.number(
                        "select count(*) from quote_claim c join quote_line l on l.id = c.line_id where l.quote_id = ? and not c.returned",
                        head.id())
                > 0;
    }

    private Map<String, String> data(QuoteHead head) {
        Sums sums = sql.one(
                        "select total_cents, due_now_cents from quote where id = ?",
                        row -> new Sums(row.number("total_cents"), row.number("due_now_cents")),
                        head.id())
                .orElseThrow(QuoteUnknown::new);
        Map<String, String> data = new HashMap<>();
        data.put("token", head.token());
        data.put("no", Integer.toString(head.no()));
        data.put("totalCents", Long.toString(sums.total()));
        data.put("dueNowCents", Long.toString(sums.dueNow()));
        data.put("validUntil", head.validUntil().toString());
        return data;
    }

    private void queue(QuoteHead head, NotificationEvent event, Map<String, String> data) {
        notifications.queue(new NewNotification(
                head.portalId(),
                Channel.MAIL,
                event,
                "quote:" + head.id() + ":" + event,
                head.customer().email(),
                head.language(),
                null,
                null,
                null,
                head.requestId(),
                head.merchantId(),
                data));
    }
}
