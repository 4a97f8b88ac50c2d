package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.Map;

/** What a merchant is told of itself and not of an order: at the address that it has now, in its language. */
@Service
public class MerchantMails {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private Notifications notifications;

    public void tell(NotificationEvent event, long merchantId, Map<String, String> data) {
        notifications.queue(sql.list(
                "select m.portal_id, m.email, l.language from merchant m join merchant_language l on l.merchant_id = m.id"
                        + " where m.id = ? and m.email <> ''",
                row -> new NewNotification(
                        row.number("portal_id"),
                        Channel.MAIL,
                        event,
                        "merchant:" + merchantId + ":" + ids.next(),
                        row.text("email"),
                        row.text("language"),
                        null,
                        null,
                        null,
                        null,
                        merchantId,
                        data),
                merchantId));
    }
}
