package fr.halle.simulator.api;

import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.sql.SQLException;
import java.util.Objects;

/**
 * One effect per idempotency key. The answer is written in the transaction of the effect, under a unique key: of two calls with
 * the same key that run at once, the second waits for the first, finds the key taken and undoes everything it did.
 */
final class Keys {

    private static final String SHAPE = "[A-Za-z0-9-]{16,36}";

    private Keys() {}

    static void refuseKnown(Tx tx, String key) throws SQLException {
        if (key.isEmpty()) {
            return;
        }
        if (!key.matches(SHAPE)) {
            throw ApiProblem.badRequest("Idempotency-Key", "16 to 36 letters, digits and dashes are expected.");
        }
        if (tx.number("select count(*) from simulator.answer where key = ?", key) > 0) {
            throw ApiProblem.duplicateKey(key);
        }
    }

    static void remember(Tx tx, Call call, int status, JsonStructure body) throws SQLException {
        if (call.key().isEmpty()) {
            return;
        }
        int written = tx.execute(
                "insert into simulator.answer (key, url, status, body, at) values (?,?,?,?::jsonb,?)"
                        + " on conflict (key) do nothing",
                call.key(),
                call.path(),
                status,
                body.toString(),
                tx.now());
        if (written == 0) {
            throw ApiProblem.duplicateKey(call.key());
        }
    }

    /** {@code GET /responses/{key}}: what was answered the first time. */
    static JsonObject recall(Tx tx, String key) throws SQLException {
        return tx
                .query(
                        "select url, status, body, at from simulator.answer where key = ?",
                        row -> new Doc()
                                .put("StatusCode", Integer.toString(row.getInt("status")))
                                .put("ContentType", "application/json; charset=utf-8")
                                .put("Date", Objects.requireNonNull(Tx.instant(row, "at")))
                                .put("RequestURL", row.getString("url"))
                                .put("Resource", Docs.parse(row.getString("body")))
                                .json(),
                        key)
                .stream()
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("response " + key));
    }
}
