package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is to be sent now.
 *
 * @param event as written: a name that is none of ours is this row's trouble, not the others'
 * @param attempts how often it failed before
 */
record Due(
        long id,
        long portalId,
        Channel channel,
        String event,
        String recipient,
        String language,
        @Nullable Long orderId,
        @Nullable Long partId,
        @Nullable Long lineId,
        @Nullable Long subjectId,
        @Nullable Long merchantId,
        Map<String, String> data,
        int attempts) {

    static final String COLUMNS =
            "id, portal_id, channel, event, recipient, language, order_id, merchant_order_id, line_id,"
                    + " subject_id, merchant_id, data, attempts";

    /** The same, knowing one thing more than its row. */
    Due knowing(String name, String value) {
        Map<String, String> more = new HashMap<>(data);
        more.put(name, value);
        return new Due(
                id,
                portalId,
                channel,
                event,
                recipient,
                language,
                orderId,
                partId,
                lineId,
                subjectId,
                merchantId,
                more,
                attempts);
    }
}
