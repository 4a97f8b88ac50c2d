package fr.halle.notification.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door for whatever is to be told: one row per fact, channel and recipient, written in the caller's transaction. */
@Service
public class Notifications {

    private static final String COLUMNS =
            "insert into notification (id, portal_id, channel, event, key, recipient, language,"
                    + " order_id, merchant_order_id, line_id, subject_id, merchant_id, data, state, created_at, next_try_at) values ";
    private static final String ROW =
            "(?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::jsonb, 'QUEUED', ?, ?)";
    private static final String ONCE = " on conflict (key, channel, recipient) do nothing returning id";

    /** Rows of one statement: PostgreSQL binds at most 65535 values. */
    private static final int CHUNK = 1000;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<NotificationsQueued> queued;

    public void queue(NewNotification notification) {
        queue(List.of(notification));
    }

    /** Writes what is not written yet; a fact that was told before is left as it is. */
    public void queue(List<NewNotification> notifications) {
        List<Long> written = new ArrayList<>();
        for (int from = 0; from < notifications.size(); from += CHUNK) {
            written.addAll(insert(notifications.subList(from, Math.min(from + CHUNK, notifications.size()))));
        }
        if (!written.isEmpty()) {
            queued.fire(new NotificationsQueued(written));
        }
    }

    private List<Long> insert(List<NewNotification> chunk) {
        Instant now = clock.instant();
        List<@Nullable Object> values = new ArrayList<>();
        for (NewNotification one : chunk) {
            Collections.addAll(
                    values,
                    ids.next(),
                    one.portalId(),
                    one.channel(),
                    one.event(),
                    one.key(),
                    one.recipient(),
                    one.language(),
                    one.orderId(),
                    one.merchantOrderId(),
                    one.lineId(),
                    one.subjectId(),
                    one.merchantId(),
                    Json.write(one.data()),
                    now,
                    now);
        }
        String statement = COLUMNS + String.join(", ", Collections.nCopies(chunk.size(), ROW)) + ONCE;
        return sql.list(statement, row -> row.number("id"), values.toArray());
    }
}
