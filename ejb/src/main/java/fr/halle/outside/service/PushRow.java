package fr.halle.outside.service;

import fr.halle.outside.model.OutsidePushAct;
import fr.halle.outside.model.OutsidePushState;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way to the outside system, for the page of what is held up.
 *
 * @param desk whose it is
 * @param nextTryAt null where nobody tries any more
 * @param cause what was answered last, empty before
 */
public record PushRow(
        long id,
        long deskId,
        String desk,
        long requestId,
        String label,
        String customer,
        String catalogue,
        long totalCents,
        OutsidePushAct act,
        OutsidePushState state,
        Instant queuedAt,
        @Nullable Instant nextTryAt,
        int attempts,
        String cause) {

    static PushRow of(Row row) throws SQLException {
        return new PushRow(
                row.number("id"),
                row.number("desk_id"),
                row.text("desk"),
                row.number("request_id"),
                row.text("label"),
                row.text("customer"),
                row.text("catalogue"),
                row.number("total_cents"),
                row.constant("act", OutsidePushAct.class),
                row.constant("state", OutsidePushState.class),
                row.instant("queued_at"),
                row.instantOrNull("next_try_at"),
                row.integer("attempts"),
                row.text("cause"));
    }

    public boolean isDead() {
        return state == OutsidePushState.DEAD;
    }

    public boolean isCancellation() {
        return act == OutsidePushAct.CANCELLATION;
    }
}
