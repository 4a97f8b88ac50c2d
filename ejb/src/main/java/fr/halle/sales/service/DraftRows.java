package fr.halle.sales.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;

/** The rows of what was typed and not sent; who may is asked by its callers. */
@Service
class DraftRows {

    /** Of a conversation's two sides, the customer has no account. */
    static final long CUSTOMER = 0;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    String of(long requestId, long userId) {
        return sql.one(
                        "select body from request_draft where request_id = ? and user_id = ?",
                        row -> row.text("body"),
                        requestId,
                        userId)
                .orElse("");
    }

    /** Nothing typed is no draft. */
    void keep(long requestId, long userId, String text) {
        if (text.isBlank()) {
            forget(requestId, userId);
            return;
        }
        String kept = MessageWriting.clean(text.substring(0, Math.min(text.length(), MessageWriting.LONGEST * 2)));
        sql.update(
                "insert into request_draft (request_id, user_id, body, changed_at) values (?, ?, ?, ?)"
                        + " on conflict (request_id, user_id) do update set body = excluded.body, changed_at = excluded.changed_at",
                requestId,
                userId,
                kept,
                clock.instant());
    }

    void forget(long requestId, long userId) {
        sql.update("delete from request_draft where request_id = ? and user_id = ?", requestId, userId);
    }
}
