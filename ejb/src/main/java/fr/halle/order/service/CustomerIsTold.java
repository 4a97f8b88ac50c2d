package fr.halle.order.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.CustomerMessage;
import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.OrderSettings;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Every move mails the customer, its progress in the header, except a cancellation and an error (C14, M42); a cancellation sends
 * the notice of cancellation and refund instead, unless the portal switched it off (K8).
 */
@Service
public class CustomerIsTold {

    @Inject
    private Sql sql;

    @Inject
    private Notifications notifications;

    private record Addressee(
            long portalId,
            long merchantId,
            long orderId,
            String number,
            int version,
            String email,
            String language,
            Settings settings) {

        static Addressee of(PartOfOrder one) {
            MerchantOrder part = one.part();
            return new Addressee(
                    part.portalId(),
                    part.merchantId(),
                    part.orderId(),
                    part.number(),
                    part.version(),
                    one.email(),
                    one.language(),
                    one.settings());
        }
    }

    void onMove(@Observes MerchantOrderMoved event) {
        CustomerMessage message = event.transition().message();
        if (message == CustomerMessage.NONE || event.replaced()) {
            return;
        }
        Addressee to = Addressee.of(event.moved());
        if (message == CustomerMessage.MAIL) {
            String key = "moved:" + to.number() + ":" + to.version();
            Map<String, String> data = Map.of("to", event.transition().to().name());
            notifications.queue(letter(to, event.partId(), NotificationEvent.PART_MOVED, key, data));
            return;
        }
        if (to.settings().get(OrderSettings.NOTIFY_CANCEL)) {
            notifications.queue(letter(
                    to, event.partId(), NotificationEvent.PART_CANCELLED, "cancelled:" + to.number(), event.told()));
        }
    }

    void onLines(@Observes LinesCancelled event) {
        if (event.replaced()) {
            return;
        }
        Addressee to = addressee(event.partId());
        if (to.settings().get(OrderSettings.NOTIFY_CANCEL)) {
            String key = "lines-cancelled:" + to.number() + ":" + to.version();
            notifications.queue(letter(to, event.partId(), NotificationEvent.LINES_CANCELLED, key, event.told()));
        }
    }

    private Addressee addressee(long partId) {
        return sql.one(
                        "select p.portal_id, p.merchant_id, p.order_id, p.number, p.version, o.email, o.language, o.settings"
                                + " from merchant_order p join customer_order o on o.id = p.order_id where p.id = ?",
                        row -> new Addressee(
                                row.number("portal_id"),
                                row.number("merchant_id"),
                                row.number("order_id"),
                                row.text("number"),
                                row.integer("version"),
                                row.text("email"),
                                row.text("language"),
                                FrozenSettings.read(row.text("settings"))),
                        partId)
                .orElseThrow();
    }

    private static NewNotification letter(
            Addressee to, long partId, NotificationEvent event, String key, Map<String, String> data) {
        return new NewNotification(
                to.portalId(),
                Channel.MAIL,
                event,
                key,
                to.email(),
                to.language(),
                to.orderId(),
                partId,
                null,
                null,
                to.merchantId(),
                data);
    }
}
