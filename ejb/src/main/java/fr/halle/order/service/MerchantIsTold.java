package fr.halle.order.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** A merchant learns what the operator cancelled in its name: the relation with the customer is the merchant's (K18, O01, O08). */
@ApplicationScoped
public class MerchantIsTold {

    @Inject
    private Sql sql;

    @Inject
    private Portals portals;

    @Inject
    private Notifications notifications;

    private record Addressee(long portalId, long merchantId, long orderId, String number, String email) {}

    void onMove(@Observes MerchantOrderMoved event) {
        if (!event.transition().isCancellation() || event.actor().kind() != Actor.Kind.OPERATOR) {
            return;
        }
        Addressee to = sql.one(
                        "select p.portal_id, p.merchant_id, p.order_id, p.number, m.email from merchant_order p"
                                + " join merchant m on m.id = p.merchant_id where p.id = ?",
                        row -> new Addressee(
                                row.number("portal_id"),
                                row.number("merchant_id"),
                                row.number("order_id"),
                                row.text("number"),
                                row.text("email")),
                        event.partId())
                .orElseThrow();
        notifications.queue(new NewNotification(
                to.portalId(),
                Channel.MAIL,
                NotificationEvent.PART_CANCELLED_ON_BEHALF,
                "cancelled-for:" + to.number(),
                to.email(),
                portals.byId(to.portalId()).languages().get(0),
                to.orderId(),
                event.partId(),
                null,
                null,
                to.merchantId(),
                Map.of(
                        "reason",
                        event.reason() == null ? "" : event.reason(),
                        "by",
                        event.actor().name())));
    }
}
