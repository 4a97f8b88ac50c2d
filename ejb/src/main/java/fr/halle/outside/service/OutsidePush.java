package fr.halle.outside.service;

import fr.halle.outside.model.OutsidePushAct;
import fr.halle.outside.model.OutsidePushState;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale, or its cancellation, on its way to the outside system, as its row says.
 *
 * @param key the sale's own, which its cancellation names
 * @param body what is sent, word for word
 * @param sentAt when it first left; null means that the outside system cannot have it
 */
record OutsidePush(
        long id,
        long deskId,
        long requestId,
        long lineId,
        OutsidePushAct act,
        UUID key,
        String body,
        OutsidePushState state,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Instant nextTryAt) {

    static final String SELECT =
            "select id, desk_id, request_id, line_id, act, idempotency_key, body::text as body, state, attempts, sent_at, next_try_at"
                    + " from outside_push where id = ? for no key update";

    static OutsidePush of(Row row) throws SQLException {
        return new OutsidePush(
                row.number("id"),
                row.number("desk_id"),
                row.number("request_id"),
                row.number("line_id"),
                row.constant("act", OutsidePushAct.class),
                row.uuid("idempotency_key"),
                row.text("body"),
                row.constant("state", OutsidePushState.class),
                row.integer("attempts"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("next_try_at"));
    }

    boolean isSale() {
        return act == OutsidePushAct.SALE;
    }

    boolean mayHaveArrived() {
        return sentAt != null;
    }
}
