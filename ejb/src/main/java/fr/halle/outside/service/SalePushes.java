package fr.halle.outside.service;

import fr.halle.outside.model.OutsidePushAct;
import fr.halle.outside.model.OutsidePushState;
import fr.halle.outside.model.OutsidePushTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sales that the outside system has to be told of (S31, T09), written in the caller's transaction: an order and what is told of it exist
 * together or not at all. They leave after the commit; what a crash or the other side holds up is sent by the job {@code outside-sales}.
 */
@Service
public class SalePushes {

    private static final String INSERT =
            "insert into outside_push (id, desk_id, request_id, line_id, act, sale_id, idempotency_key, catalogue, product, label, customer,"
                    + " body, total_cents, ticks, state, queued_at, next_try_at)";

    private static final String SALE = INSERT
            + " values (?, ?, ?, ?, 'SALE', null, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'QUEUED', ?, ?) on conflict do nothing";

    private static final String CANCELLATION = INSERT
            + " select ?, desk_id, request_id, line_id, 'CANCELLATION', id, idempotency_key, catalogue, product, label, customer,"
            + " '{}', total_cents, ticks, 'QUEUED', ?, ? from outside_push where id = ? on conflict do nothing";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private OutsidePushLifecycle lifecycle;

    @Inject
    private Event<PushesQueued> queued;

    /** Queues the lines of a new order that were sold from a catalogue. Said twice, a line is told once. */
    public void queue(SalesToPush sales) {
        Instant now = clock.instant();
        List<Long> written = new ArrayList<>();
        for (SaleToPush line : sales.lines()) {
            long id = ids.next();
            int rows = sql.update(
                    SALE,
                    id,
                    sales.deskId(),
                    sales.requestId(),
                    line.lineId(),
                    UUID.randomUUID(),
                    line.catalogue(),
                    line.productId(),
                    line.label(),
                    sales.customer(),
                    body(sales, line),
                    line.totalCents(),
                    sales.otherLines() == 0,
                    now,
                    now);
            if (rows > 0) {
                written.add(id);
            }
        }
        if (!written.isEmpty()) {
            queued.fire(new PushesQueued(written));
        }
    }

    /** What was sold is sold no more: whatever of it the outside system has, or may have, is cancelled there; the rest is never told. */
    public void cancel(Collection<Long> lineIds, Actor actor) {
        List<OutsidePush> sales = sql.list(
                "select id from outside_push where line_id = any(?) and act = 'SALE' order by id",
                row -> lifecycle.lock(row.number("id")),
                (Object) lineIds.toArray(Long[]::new));
        List<Long> written = new ArrayList<>();
        for (OutsidePush sale : sales) {
            if (sale.state() == OutsidePushState.WITHDRAWN) {
                continue;
            }
            if (!sale.mayHaveArrived()) {
                lifecycle.apply(sale, OutsidePushTransition.WITHDRAW, actor);
                continue;
            }
            long id = ids.next();
            if (sql.update(CANCELLATION, id, clock.instant(), clock.instant(), sale.id()) > 0) {
                written.add(id);
            }
        }
        if (!written.isEmpty()) {
            queued.fire(new PushesQueued(written));
        }
    }

    /** The receipt numbers of a request's lines: the line's id to the number, for those that have one. */
    public Map<Long, String> receipts(long requestId) {
        Map<Long, String> receipts = new HashMap<>();
        sql.list(
                        "select line_id, receipt from outside_push where request_id = ? and act = ? and receipt is not null",
                        row -> Map.entry(row.number("line_id"), row.text("receipt")),
                        requestId,
                        OutsidePushAct.SALE)
                .forEach(entry -> receipts.put(entry.getKey(), entry.getValue()));
        return receipts;
    }

    private static String body(SalesToPush sales, SaleToPush line) {
        Map<String, @Nullable Object> told = new HashMap<>();
        told.put("product", line.productId());
        told.put("label", line.label());
        told.put("startsOn", line.startsOn());
        told.put("endsOn", line.endsOn());
        told.put("startsAt", line.startsAt());
        told.put("endsAt", line.endsAt());
        told.put("adults", line.adults());
        told.put("children", line.children());
        told.put("quantity", line.quantity());
        told.put("unitCents", line.unitCents());
        told.put("totalCents", line.totalCents());
        told.put("vatBp", line.vatBp());
        told.values().removeIf(value -> value == null);
        return Json.write(Map.of(
                "catalogue", line.catalogue(),
                "reference", sales.reference(),
                "customer", Map.of("name", sales.customer(), "language", sales.language()),
                "lines", List.of(told)));
    }
}
