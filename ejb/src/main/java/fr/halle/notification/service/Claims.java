package fr.halle.notification.service;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.halle.notification.model.Channel;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which rows are due, and whose they are while they are being sent. */
@Service
class Claims {

    /** How long a claimed row is left to its sender: longer than a sender works on one claim. After a crash another takes it. */
    static final Duration LEASE = Duration.ofMinutes(6);

    private static final String OPEN = "state in ('QUEUED', 'RETRYING') and next_try_at <= ?";
    private static final String READ =
            "select " + Due.COLUMNS + " from notification where id = any(?) and " + OPEN + " order by id";
    private static final String CLAIM =
            "update notification set next_try_at = ? where id in (select id from notification"
                    + " where id = any(?) and " + OPEN + " order by id for update skip locked) returning "
                    + Due.COLUMNS;
    private static final String MISSED = "select id from notification where " + OPEN + " order by next_try_at limit ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** Where marking a row is the delivery, nothing needs to be claimed: of two senders one marks it. */
    List<Due> read(Collection<Long> ids) {
        return sql.list(READ, Claims::due, ids.toArray(Long[]::new), clock.instant());
    }

    /** For what leaves the house: nobody else gets these rows until the lease has passed. */
    List<Due> take(Collection<Long> ids) {
        Instant now = clock.instant();
        return sql.list(CLAIM, Claims::due, now.plus(LEASE), ids.toArray(Long[]::new), now).stream()
                .sorted(Comparator.comparing(Due::id))
                .toList();
    }

    /** Ids that have been due for a while: no message woke their sender, or it died. */
    List<Long> missed(Duration since, int most) {
        return sql.list(MISSED, row -> row.number("id"), clock.instant().minus(since), most);
    }

    private static Due due(Row row) throws SQLException {
        return new Due(
                row.number("id"),
                row.number("portal_id"),
                row.constant("channel", Channel.class),
                row.text("event"),
                row.text("recipient"),
                row.text("language"),
                row.numberOrNull("order_id"),
                row.numberOrNull("merchant_order_id"),
                row.numberOrNull("line_id"),
                row.numberOrNull("subject_id"),
                row.numberOrNull("merchant_id"),
                data(row.text("data")),
                row.integer("attempts"));
    }

    private static Map<String, String> data(String json) {
        if ("{}".equals(json)) {
            return Map.of();
        }
        try {
            return Json.MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return Map.of();
        }
    }
}
