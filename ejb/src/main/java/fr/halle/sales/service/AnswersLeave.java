package fr.halle.sales.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.notification.service.NotificationsBuried;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each answer of a desk is a mail to its customer (C23); whatever a desk wrote and cannot arrive is marked as such. */
@Service
public class AnswersLeave {

    @Inject
    private Sql sql;

    @Inject
    private Notifications notifications;

    @Inject
    private Bounces bounces;

    private record To(long portalId, @Nullable Long merchantId, String email, String language) {

        static To of(Row row) throws SQLException {
            return new To(
                    row.number("portal_id"), row.numberOrNull("merchant_id"), row.text("email"), row.text("language"));
        }
    }

    void leave(@Observes RequestAnswered answered) {
        To to = sql.one(
                        "select portal_id, merchant_id, email, language from sales_request where id = ?",
                        To::of,
                        answered.requestId())
                .orElseThrow(RequestUnknown::new);
        String key = "answer:" + answered.messageId();
        notifications.queue(new NewNotification(
                to.portalId(),
                Channel.MAIL,
                NotificationEvent.REQUEST_ANSWERED,
                key,
                to.email(),
                to.language(),
                null,
                null,
                null,
                answered.requestId(),
                to.merchantId(),
                Map.of("message", Long.toString(answered.messageId()))));
        sql.update(
                "update request_message set notification_id = (select id from notification where key = ? and channel = 'MAIL' limit 1) where id = ?",
                key,
                answered.messageId());
    }

    /** The customer's own server refused the address for good, or it was tried often enough. */
    void given(@Observes NotificationsBuried buried) {
        buried.ids().forEach(bounces::ofNotification);
    }
}
