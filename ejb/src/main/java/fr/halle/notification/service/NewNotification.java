package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell somebody.
 *
 * @param key names the fact, such as {@code placed:EP-00042-001:line 1}: told twice, it is one row
 * @param recipient a mail address, or a phone number as it was typed
 * @param subjectId the refund, balance or payout it is about
 * @param data what no row will still say when it is sent; no personal data
 */
public record NewNotification(
        long portalId,
        Channel channel,
        NotificationEvent event,
        String key,
        String recipient,
        String language,
        @Nullable Long orderId,
        @Nullable Long merchantOrderId,
        @Nullable Long lineId,
        @Nullable Long subjectId,
        @Nullable Long merchantId,
        Map<String, String> data) {

    public NewNotification {
        data = Map.copyOf(data);
    }
}
