package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonArray;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** What has changed, kept for those who ask ({@code GET /events}) and queued for those who wish to be called. */
final class Events {

    private static final Duration OVERTAKEN = Duration.ofSeconds(5);
    static final int PAGE = 100;

    private Events() {}

    /** Written with the change itself, so neither exists without the other. */
    static void emit(Tx tx, String type, String resourceId) throws SQLException {
        long event = tx.query(
                        "insert into simulator.event (type, resource_id, at) values (?,?,?) returning id",
                        row -> row.getLong(1),
                        type,
                        resourceId,
                        tx.now())
                .get(0);
        int queued = tx.execute(
                "insert into simulator.delivery (event_id, hook_id, url, due_at)"
                        + " select ?, id, doc->>'Url', ?::timestamptz from simulator.resource"
                        + " where kind = 'HOOK' and doc->>'EventType' = ? and doc->>'Status' = 'ENABLED'",
                event,
                tx.now(),
                type);
        if (queued > 0) {
            upset(tx, event);
        }
    }

    /** {@code GET /events?AfterDate=&BeforeDate=&EventType=&Page=&Per_Page=}; dates are seconds since 1970. */
    static JsonArray list(Tx tx, Request request) throws SQLException {
        String type = request.query().getOrDefault("EventType", "");
        if (!type.matches("[A-Z_]*")) {
            throw ApiProblem.badRequest("EventType", "The value is invalid.");
        }
        int size = (int) Math.min(PAGE, number(request, "Per_Page", PAGE));
        long page = Math.max(1, number(request, "Page", 1));
        return Docs.array(tx.query(
                "select type, resource_id, at from simulator.event where at >= ? and at < ? and (? = '' or type = ?)"
                        + " order by id limit ? offset ?",
                row -> new Doc()
                        .put("ResourceId", row.getString("resource_id"))
                        .put("EventType", row.getString("type"))
                        .put(
                                "Date",
                                Objects.requireNonNull(Tx.instant(row, "at")).getEpochSecond())
                        .json(),
                Instant.ofEpochSecond(number(request, "AfterDate", 0)),
                Instant.ofEpochSecond(number(request, "BeforeDate", tx.now().getEpochSecond() + 1)),
                type,
                type,
                size,
                (page - 1) * size));
    }

    private static void upset(Tx tx, long event) throws SQLException {
        Optional<Scenario> scenario = Scenarios.take(tx, Operation.HOOK);
        if (scenario.isEmpty()) {
            return;
        }
        switch (scenario.get().effect()) {
            case LOSE -> tx.execute("update simulator.delivery set due_at = null where event_id = ?", event);
            case TWICE ->
                tx.execute(
                        "insert into simulator.delivery (event_id, hook_id, url, due_at)"
                                + " select event_id, hook_id, url, due_at from simulator.delivery where event_id = ?",
                        event);
            case LATE -> delay(tx, event, Duration.ofMillis(scenario.get().delayMillis()));
            case REORDER -> delay(tx, event, OVERTAKEN);
            default -> throw new IllegalStateException(scenario.get() + " is no hook's");
        }
    }

    private static void delay(Tx tx, long event, Duration by) throws SQLException {
        tx.execute(
                "update simulator.delivery set due_at = ? where event_id = ?",
                tx.now().plus(by),
                event);
    }

    static long number(Request request, String name, long otherwise) {
        String value = request.query().getOrDefault(name, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,11}")) {
            throw ApiProblem.badRequest(name, "A number is expected.");
        }
        return Long.parseLong(value);
    }
}
