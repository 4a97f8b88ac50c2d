package fr.halle.sales.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.portal.service.Portals;
import fr.halle.sales.model.ReplyAddress;
import fr.halle.sales.model.RequestSource;
import fr.halle.sales.model.SalesSettings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is told that somebody asked something, wrote again or answered a quote: the customer that it arrived (C21), the desk at the address of the
 * object (P07). Who telephoned knows already. Whoever opens a request out of a mail has made sure that a person wrote it: a
 * program's mail is not answered, and the daily limit below ends any loop that gets past that.
 */
@Service
public class ContactNews {

    /** Acknowledgements to one address in a day: a form must not be a way to fill somebody's inbox. */
    static final int MOST_A_DAY = 5;

    private static final Duration A_DAY = Duration.ofDays(1);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Portals portals;

    @Inject
    private Notifications notifications;

    @Inject
    private RequestHistory history;

    private record Told(long portalId, @Nullable Long merchantId, String mailbox, String language) {}

    void tell(@Observes RequestOpened opened) {
        NewRequest request = opened.request();
        if (request.source() == RequestSource.PHONE) {
            return;
        }
        Told told = told(request.deskId(), request.objectId());
        Long id = opened.requestId();
        if (isAcknowledged(told, request)) {
            queue(
                    told,
                    NotificationEvent.CONTACT_ACKNOWLEDGED,
                    "request:" + id,
                    request.email(),
                    request.language(),
                    id,
                    Map.of());
            history.write(id, Actor.SYSTEM, RequestAct.ACKNOWLEDGED, "");
        }
        queue(told, NotificationEvent.CONTACT_ARRIVED, "request:" + id, told.mailbox(), told.language(), id, Map.of());
    }

    /** A desk that lives in its mailbox misses no later message either (C23). */
    void tellDesk(@Observes CustomerWrote wrote) {
        tellDesk(
                wrote.requestId(),
                NotificationEvent.CUSTOMER_WROTE,
                "message:" + wrote.messageId(),
                Map.of("message", Long.toString(wrote.messageId())));
    }

    /** Nor what became of its quote (C24): whoever accepts one and does not pay may want a word. */
    void tellDesk(@Observes QuoteAnswered answered) {
        tellDesk(
                answered.requestId(),
                NotificationEvent.QUOTE_ANSWERED,
                "quote:" + answered.quoteId(),
                Map.of(
                        "no",
                        answered.no(),
                        "answer",
                        answered.accepted() ? "ACCEPTED" : "DECLINED",
                        "reason",
                        answered.reason()));
    }

    /** What the desk put away as spam is silent. */
    private void tellDesk(long requestId, NotificationEvent event, String key, Map<String, String> data) {
        sql.one(
                        "select desk_id, object_id from sales_request where id = ? and spam_at is null",
                        row -> told(row.number("desk_id"), row.numberOrNull("object_id")),
                        requestId)
                .ifPresent(told -> queue(told, event, key, told.mailbox(), told.language(), requestId, data));
    }

    /** P22: the desk gets the whole by mail, the customer the acknowledgement, and the rows lose the words as they are sent. */
    void handOn(SalesDesk desk, NewRequest request, String object) {
        Told told = told(request.deskId(), request.objectId());
        String key = "handed-on:" + UUID.randomUUID();
        Map<String, String> data = carried(desk, request, object);
        data.put("mailbox", told.mailbox());
        queue(told, NotificationEvent.CONTACT_FORWARDED, key, told.mailbox(), told.language(), null, data);
        if (isAcknowledged(told, request)) {
            Map<String, String> enough = new HashMap<>(data);
            enough.keySet().removeAll(Set.of("message", "phone", "email", "page"));
            queue(told, NotificationEvent.CONTACT_ACKNOWLEDGED, key, request.email(), request.language(), null, enough);
        }
    }

    /** A desk that writes to itself, or to the address its replies come in by, is not answered. */
    private boolean isAcknowledged(Told told, NewRequest request) {
        String email = request.email();
        if (email.isEmpty() || email.equalsIgnoreCase(told.mailbox()) || isOurs(told, email)) {
            return false;
        }
        long today = sql.number(
                "select (select count(*) from sales_request where lower(email) = ? and opened_at > ? and source <> 'PHONE')"
                        + " + (select count(*) from contact_sent where asker = ? and at > ? and request_id is null)",
                email.toLowerCase(Locale.ROOT),
                clock.instant().minus(A_DAY),
                Secrets.sha256(email.toLowerCase(Locale.ROOT)),
                clock.instant().minus(A_DAY));
        // The one that has just come counts in both: its row is written, and its key not yet tied to it.
        return today <= MOST_A_DAY + 1;
    }

    private boolean isOurs(Told told, String email) {
        String pattern = portals.byId(told.portalId()).settings().get(SalesSettings.REPLY_ADDRESS);
        return ReplyAddress.keyIn(pattern, email).isPresent();
    }

    /** An object that is gone from the settings has no address any more. */
    private Told told(long deskId, @Nullable Long objectId) {
        return sql.one(
                        "select d.portal_id, d.merchant_id, coalesce(o.email, m.email, p.support_email) as mailbox,"
                                + " coalesce(l.language, p.languages[1]) as language"
                                + " from sales_desk d join portal p on p.id = d.portal_id left join merchant m on m.id = d.merchant_id"
                                + " left join merchant_language l on l.merchant_id = d.merchant_id left join contact_object o on o.id = ? and o.desk_id = d.id"
                                + " and o.retired_at is null"
                                + " where d.id = ?",
                        row -> new Told(
                                row.number("portal_id"),
                                row.numberOrNull("merchant_id"),
                                row.text("mailbox"),
                                row.text("language")),
                        objectId,
                        deskId)
                .orElseThrow(DeskUnknown::new);
    }

    private void queue(
            Told told,
            NotificationEvent event,
            String key,
            String recipient,
            String language,
            @Nullable Long requestId,
            Map<String, String> data) {
        notifications.queue(new NewNotification(
                told.portalId(),
                Channel.MAIL,
                event,
                key + ":" + event,
                recipient,
                language,
                null,
                null,
                null,
                requestId,
                told.merchantId(),
                data));
    }

    private static Map<String, String> carried(SalesDesk desk, NewRequest request, String object) {
        Map<String, String> data = new HashMap<>();
        data.put("desk", Long.toString(desk.id()));
        data.put("object", object);
        data.put("firstName", request.firstName());
        data.put("lastName", request.lastName());
        data.put("email", request.email());
        data.put("phone", request.phone());
        data.put("page", request.page());
        data.put("language", request.language());
        data.put("message", request.message());
        putIfAny(data, "arrivesOn", request.arrivesOn());
        putIfAny(data, "leavesOn", request.leavesOn());
        putIfAny(data, "adults", request.adults());
        putIfAny(data, "children", request.children());
        return data;
    }

    private static void putIfAny(Map<String, String> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value.toString());
        }
    }
}
