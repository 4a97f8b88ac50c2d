package fr.halle.simulator.provider;

import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Store;
import fr.halle.simulator.store.Tx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Calls who wished to be called, as Mangopay does: an unsigned GET with the kind of event, the id and the date, answered 200
 * within two seconds or tried again later. The queue is in the database, so a call outlives a restart; it may come twice, late and
 * out of order, as calls do.
 */
public final class HookQueue {

    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** A call under way is nobody else's for so long; if the server dies meanwhile, it is made again afterwards. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final List<Duration> RETRIES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(8),
            Duration.ofHours(8));

    private final Store store;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    public HookQueue(Store store) {
        this.store = store;
    }

    /** One call to make: the {@code attempts}-th of this event to this hook. */
    private record Delivery(long id, String hookId, int attempts, URI address) {}

    /** Makes the calls that are due. @return how many */
    public int deliver() {
        int made = 0;
        List<Delivery> batch = store.inTransaction(HookQueue::lease);
        while (!batch.isEmpty()) {
            Map<Delivery, CompletableFuture<Integer>> calls =
                    batch.stream().collect(Collectors.toMap(delivery -> delivery, this::call));
            Map<Delivery, Integer> statuses = calls.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, call -> call.getValue().join()));
            store.inTransaction(tx -> {
                for (Map.Entry<Delivery, Integer> each : statuses.entrySet()) {
                    record(tx, each.getKey(), each.getValue());
                }
                return true;
            });
            made += batch.size();
            batch = store.inTransaction(HookQueue::lease);
        }
        return made;
    }

    private static List<Delivery> lease(Tx tx) throws SQLException {
        return tx.query(
                """
                update simulator.delivery d set due_at = ?, attempts = attempts + 1
                  from simulator.event e
                 where e.id = d.event_id
                   and d.id in (select id from simulator.delivery where due_at <= ?
                                 order by due_at, id limit ? for update skip locked)
                returning d.id, d.hook_id, d.attempts, d.url, e.type, e.resource_id, e.at
                """,
                row -> new Delivery(
                        row.getLong("id"),
                        row.getString("hook_id"),
                        row.getInt("attempts"),
                        address(
                                row.getString("url"),
                                row.getString("type"),
                                row.getString("resource_id"),
                                Objects.requireNonNull(Tx.instant(row, "at")))),
                tx.now().plus(LEASE),
                tx.now(),
                AT_ONCE);
    }

    /** The status of the answer, 0 when there was none in time. */
    private CompletableFuture<Integer> call(Delivery delivery) {
        HttpRequest request = HttpRequest.newBuilder(delivery.address())
                .timeout(PATIENCE)
                .GET()
                .build();
        return client.sendAsync(request, BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null ? answer.statusCode() : 0);
    }

    private static void record(Tx tx, Delivery delivery, int status) throws SQLException {
        boolean done = status == 200;
        boolean lastTry = delivery.attempts() > RETRIES.size();
        Instant next = done || lastTry ? null : tx.now().plus(RETRIES.get(delivery.attempts() - 1));
        tx.execute(
                "update simulator.delivery set status = ?, due_at = ?::timestamptz where id = ?",
                status,
                next,
                delivery.id());
        if (!done && lastTry) {
            Optional<Resource> hook = tx.lock(Kind.HOOK, delivery.hookId());
            if (hook.isPresent()) {
                tx.save(hook.get().with("Validity", "INVALID"));
            }
        }
    }

    private static URI address(String url, String type, String resourceId, Instant at) {
        String separator = url.contains("?") ? "&" : "?";
        return URI.create(
                url + separator + "EventType=" + type + "&RessourceId=" + resourceId + "&Date=" + at.getEpochSecond());
    }
}
