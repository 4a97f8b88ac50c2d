package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Claim;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The places that living quotes keep for their customers (setting {@code quote.holds}). What each should hold follows from its
 * state and its prestations; {@link #settle} makes it so, whatever happened before. A draft that is to replace a quote which is out
 * holds only what goes beyond it: nobody needs the same place twice; after its own last day it holds nothing. Capacity rows are locked
 * by id, as every claim does.
 */
@Service
public class QuoteHolds {

    private static final String WANTED =
            "select l.id, q.state, l.line from quote q join quote_line l on l.quote_id = q.id where q.request_id = ? and q.holds"
                    + " and q.order_id is null and (q.state in ('SENT', 'ACCEPTED') or q.state = 'DRAFT' and q.valid_until >= ?)"
                    + " and not exists (select from checkout k where k.cart_id = q.cart_id and k.state in ('PENDING', 'PLACED'))"
                    + " order by q.state = 'DRAFT', l.position, l.id";
    private static final String HELD =
            "select c.line_id, c.capacity_id, c.quantity from quote_claim c join quote_line l on l.id = c.line_id"
                    + " join quote q on q.id = l.quote_id where q.request_id = ? and not c.returned";
    private static final String LOCK =
            "select id, total - taken as room from capacity where id = any(?) order by id for no key update";
    private static final String TAKE = "update capacity c set taken = c.taken + w.quantity"
            + " from unnest(?::bigint[], ?::bigint[]) as w(id, quantity) where c.id = w.id";
    private static final String WRITE = "insert into quote_claim (line_id, capacity_id, quantity)"
            + " select * from unnest(?::bigint[], ?::bigint[], ?::bigint[])"
            + " on conflict (line_id, capacity_id) do update set quantity = excluded.quantity, returned = false";
    private static final String RETURN =
            "update quote_claim c set returned = true from unnest(?::bigint[], ?::bigint[]) as w(line, id)"
                    + " where c.line_id = w.line and c.capacity_id = w.id";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    private record Key(long lineId, long capacityId) {}

    private record Wanted(long lineId, boolean draft, List<Claim> claims) {}

    /**
     * Holds what the request's quotes should hold now, and gives back the rest. The caller has locked the quotes.
     *
     * @throws PlacesGone naming the prestations for which too little is left; the transaction must roll back
     */
    public void settle(long requestId) {
        Map<Key, Long> wanted = wanted(requestId);
        Map<Key, Long> held = new HashMap<>();
        sql.list(
                HELD,
                row -> held.put(new Key(row.number("line_id"), row.number("capacity_id")), row.number("quantity")),
                requestId);
        if (!wanted.equals(held)) {
            move(wanted, held);
        }
    }

    /** Gives back everything the quote holds, before its order's checkout claims the same places. The caller has locked it. */
    public void giveBack(long quoteId) {
        Map<Key, Long> held = new HashMap<>();
        sql.list(
                "select c.line_id, c.capacity_id, c.quantity from quote_claim c join quote_line l on l.id = c.line_id"
                        + " where l.quote_id = ? and not c.returned",
                row -> held.put(new Key(row.number("line_id"), row.number("capacity_id")), row.number("quantity")),
                quoteId);
        if (!held.isEmpty()) {
            move(Map.of(), held);
        }
    }

    private Map<Key, Long> wanted(long requestId) {
        List<Wanted> lines = sql.list(
                WANTED,
                row -> new Wanted(
                        row.number("id"),
                        row.text("state").equals("DRAFT"),
                        Json.read(row.text("line"), OrderDraft.Line.class).claims()),
                requestId,
                clock.today());
        Map<Long, Long> out = new HashMap<>();
        Map<Key, Long> wanted = new HashMap<>();
        for (Wanted line : lines) {
            for (Claim claim : line.claims()) {
                long quantity = claim.quantity();
                if (line.draft()) {
                    long shared = Math.min(quantity, out.getOrDefault(claim.capacityId(), 0L));
                    out.merge(claim.capacityId(), -shared, Long::sum);
                    quantity -= shared;
                } else {
                    out.merge(claim.capacityId(), quantity, Long::sum);
                }
                if (quantity > 0) {
                    wanted.merge(new Key(line.lineId(), claim.capacityId()), quantity, Long::sum);
                }
            }
        }
        return wanted;
    }

    private void move(Map<Key, Long> wanted, Map<Key, Long> held) {
        Map<Long, Long> change = new TreeMap<>();
        wanted.forEach((key, quantity) -> change.merge(key.capacityId(), quantity, Long::sum));
        held.forEach((key, quantity) -> change.merge(key.capacityId(), -quantity, Long::sum));
        Map<Long, Long> room = new HashMap<>();
        Long[] ids = change.keySet().toArray(Long[]::new);
        sql.list(LOCK, row -> room.put(row.number("id"), row.number("room")), (Object) ids);
        List<Long> scarce = change.entrySet().stream()
                .filter(one -> one.getValue() > room.getOrDefault(one.getKey(), 0L))
                .map(Map.Entry::getKey)
                .toList();
        if (!scarce.isEmpty()) {
            throw new PlacesGone(names(wanted, held, scarce));
        }
        sql.update(TAKE, ids, change.values().toArray(Long[]::new));
        List<Key> back =
                held.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
        sql.update(RETURN, lines(back), capacities(back));
        List<Key> kept = new ArrayList<>(wanted.keySet());
        sql.update(
                WRITE,
                lines(kept),
                capacities(kept),
                kept.stream().map(wanted::get).toArray(Long[]::new));
    }

    /** Of the prestations that want more than they have of what is short. */
    private List<String> names(Map<Key, Long> wanted, Map<Key, Long> held, List<Long> scarce) {
        Long[] lines = wanted.entrySet().stream()
                .filter(one -> scarce.contains(one.getKey().capacityId()))
                .filter(one -> one.getValue() > held.getOrDefault(one.getKey(), 0L))
                .map(one -> one.getKey().lineId())
                .distinct()
                .toArray(Long[]::new);
        return sql.list(
                "select name from quote_line where id = any(?) order by position, id", row -> row.text("name"), (Object)
                        lines);
    }

    private static Long[] lines(List<Key> keys) {
        return keys.stream().map(Key::lineId).toArray(Long[]::new);
    }

    private static Long[] capacities(List<Key> keys) {
        return keys.stream().map(Key::capacityId).toArray(Long[]::new);
    }
}
