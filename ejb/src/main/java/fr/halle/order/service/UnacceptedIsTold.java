package fr.halle.order.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a merchant, and the portal's operator, that a part waits to be accepted, and the merchant that it waits no more (O18). */
@Service
public class UnacceptedIsTold {

    @Inject
    private Sql sql;

    @Inject
    private Portals portals;

    @Inject
    private Notifications notifications;

    private record About(long portalId, long orderId, String number, long merchantId, String email, String language) {}

    /** @param end when it is cancelled; empty where that is left to people */
    void merchant(long partId, Optional<Instant> end) {
        Map<String, String> data =
                end.map(moment -> Map.of("end", moment.toString())).orElse(Map.of());
        merchant(partId, NotificationEvent.PART_UNACCEPTED, "unaccepted:", data);
    }

    void merchantOfEnd(long partId) {
        merchant(partId, NotificationEvent.PART_EXPIRED, "expired:", Map.of());
    }

    void operator(long partId) {
        About about = about(partId);
        Portal portal = portals.byId(about.portalId());
        queue(
                partId,
                about,
                NotificationEvent.PART_ESCALATED,
                "escalated:",
                portal.supportEmail(),
                portal.languages().get(0),
                null,
                Map.of());
    }

    private void merchant(long partId, NotificationEvent event, String key, Map<String, String> data) {
        About about = about(partId);
        queue(partId, about, event, key, about.email(), about.language(), about.merchantId(), data);
    }

    private void queue(
            long partId,
            About about,
            NotificationEvent event,
            String key,
            String recipient,
            String language,
            @Nullable Long merchantId,
            Map<String, String> data) {
        notifications.queue(new NewNotification(
                about.portalId(),
                Channel.MAIL,
                event,
                key + about.number(),
                recipient,
                language,
                about.orderId(),
                partId,
                null,
                null,
                merchantId,
                data));
    }

    private About about(long partId) {
        return sql.one(
                        "select p.portal_id, p.order_id, p.number, p.merchant_id, m.email, l.language from merchant_order p"
                                + " join merchant m on m.id = p.merchant_id"
                                + " join merchant_language l on l.merchant_id = m.id where p.id = ?",
                        row -> new About(
                                row.number("portal_id"),
                                row.number("order_id"),
                                row.text("number"),
                                row.number("merchant_id"),
                                row.text("email"),
                                row.text("language")),
                        partId)
                .orElseThrow();
    }
}
