package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.CapacityShort.Shortage;
import fr.halle.merchant.service.SlotKey;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a checkout holds of what is scarce: places, stock, nights, pickup slots. {@code capacity.taken} is always the sum of the
 * claims that were not returned. Locks are taken in one order everywhere: slots by shop and time, then capacity rows by id, so
 * that two customers wait for each other and never for ever.
 */
@Service
public class Claims {

    private static final String LOCK_SLOTS =
            "select pg_advisory_xact_lock((s.shop % 2147483647)::int, s.half_hour::int)"
                    + " from unnest(?::bigint[], ?::bigint[]) as s(shop, half_hour)";
    private static final String TAKE_SLOTS = "insert into slot_claim (checkout_id, shop_id, slot_start)"
            + " select ?::bigint, w.shop, to_timestamp(w.half_hour * 1800) from unnest(?::bigint[], ?::bigint[]) as w(shop, half_hour)"
            + " join shop s on s.id = w.shop where (select count(*) from slot_claim c where c.shop_id = w.shop"
            + " and c.slot_start = to_timestamp(w.half_hour * 1800) and not c.returned) < s.slot_capacity"
            + " on conflict (checkout_id, shop_id) do update set returned = false, slot_start = excluded.slot_start"
            + " returning shop_id, slot_start";
    private static final String LOCK_CAPACITY = "select id, total - taken as left from capacity where id = any("
            + Sql.IDS + ") order by id for no key update";
    private static final String TAKE_CAPACITY =
            "with claimed as (insert into capacity_claim (checkout_id, line_no, capacity_id, quantity)"
                    + " select ?::bigint, n.line, n.id, n.quantity from unnest(?::bigint[], ?::bigint[], ?::bigint[])"
                    + " as n(line, id, quantity) on conflict (checkout_id, line_no, capacity_id) do update set returned = false)"
                    + " update capacity c set taken = c.taken + w.quantity from unnest(?::bigint[], ?::bigint[]) as w(id, quantity)"
                    + " where c.id = w.id and c.taken + w.quantity <= c.total";
    private static final String HELD =
            "from capacity_claim where checkout_id = ? and line_no = any(?) and not returned";
    private static final long HALF_HOUR_SECONDS = 1800;

    @Inject
    private Sql sql;

    /** Statements on their way, and what their answers will mean. */
    static final class Taking {
        private final Wanted wanted;
        private final Pipeline.Answer<SlotKey> slots;
        private final Pipeline.Answer<Left> left;
        private final Pipeline.Answer<Void> taken;

        private Taking(
                Wanted wanted,
                Pipeline.Answer<SlotKey> slots,
                Pipeline.Answer<Left> left,
                Pipeline.Answer<Void> taken) {
            this.wanted = wanted;
            this.slots = slots;
            this.left = left;
            this.taken = taken;
        }

        boolean isComplete() {
            return slots.rows().containsAll(wanted.slots) && taken.changed() == wanted.byCapacity.size();
        }

        /** @throws SlotTaken, CapacityShort when something was not to be had: the transaction must roll back */
        void check() {
            if (isComplete()) {
                return;
            }
            for (SlotKey slot : wanted.slots) {
                if (!slots.rows().contains(slot)) {
                    throw new SlotTaken(slot.shopId(), slot.start());
                }
            }
            throw new CapacityShort(wanted.shortages(left.rows()));
        }
    }

    private record Left(long capacityId, long quantity) {}

    private record Need(int lineNo, long capacityId, long quantity) {}

    /** What a draft needs, in the order in which it is locked. */
    private static final class Wanted {
        private final List<SlotKey> slots = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();
        private final Map<Long, Long> byCapacity = new TreeMap<>();

        Wanted(OrderDraft draft) {
            for (OrderDraft.Part part : draft.parts()) {
                Instant slot = part.slotStart();
                if (slot != null) {
                    slots.add(new SlotKey(part.shopId(), slot));
                }
                for (OrderDraft.Line line : part.lines()) {
                    for (OrderDraft.Claim claim : line.claims()) {
                        needs.add(new Need(line.no(), claim.capacityId(), claim.quantity()));
                        byCapacity.merge(claim.capacityId(), claim.quantity(), Math::addExact);
                    }
                }
            }
            slots.sort(Comparator.comparing(SlotKey::shopId).thenComparing(SlotKey::start));
        }

        Long[] shops() {
            return slots.stream().map(SlotKey::shopId).toArray(Long[]::new);
        }

        Long[] halfHours() {
            return slots.stream()
                    .map(slot -> slot.start().getEpochSecond() / HALF_HOUR_SECONDS)
                    .toArray(Long[]::new);
        }

        /** Shares out what is left line by line, as the customer would read it. */
        List<Shortage> shortages(List<Left> lefts) {
            Map<Long, Long> left = new TreeMap<>();
            lefts.forEach(row -> left.put(row.capacityId(), row.quantity()));
            List<Shortage> shortages = new ArrayList<>();
            for (Need need : needs) {
                long remaining = left.getOrDefault(need.capacityId(), 0L);
                if (need.quantity() > remaining) {
                    shortages.add(new Shortage(need.lineNo(), need.quantity(), Math.max(0, remaining)));
                }
                left.put(need.capacityId(), Math.max(0, remaining - need.quantity()));
            }
            return shortages;
        }
    }

    /** Adds to {@code pipeline} what claims everything the draft needs; once it has run, {@link Taking#check} says how it went. */
    Taking take(Pipeline pipeline, long checkoutId, OrderDraft draft) {
        Wanted wanted = new Wanted(draft);
        Long[] shops = wanted.shops();
        Long[] halfHours = wanted.halfHours();
        Long[] capacities = wanted.byCapacity.keySet().toArray(Long[]::new);
        Long[] quantities = wanted.byCapacity.values().toArray(Long[]::new);
        Pipeline.Answer<SlotKey> slots = Pipeline.Answer.none();
        if (shops.length > 0) {
            pipeline.list(LOCK_SLOTS, row -> "", shops, halfHours);
            slots = pipeline.list(TAKE_SLOTS, Claims::slot, checkoutId, shops, halfHours);
        }
        if (capacities.length == 0) {
            return new Taking(wanted, slots, Pipeline.Answer.none(), Pipeline.Answer.none());
        }
        Pipeline.Answer<Left> left = pipeline.list(
                LOCK_CAPACITY, row -> new Left(row.number("id"), row.number("left")), (Object) capacities);
        Pipeline.Answer<Void> taken = pipeline.update(
                TAKE_CAPACITY,
                checkoutId,
                wanted.needs.stream().map(need -> (long) need.lineNo()).toArray(Long[]::new),
                wanted.needs.stream().map(Need::capacityId).toArray(Long[]::new),
                wanted.needs.stream().map(Need::quantity).toArray(Long[]::new),
                capacities,
                quantities);
        return new Taking(wanted, slots, left, taken);
    }

    /**
     * Takes every lock that giving back the old checkouts' claims and claiming the draft will need, in the common order; needed
     * before doing both in one transaction.
     */
    void lock(OrderDraft draft, List<Long> oldCheckouts) {
        Wanted wanted = new Wanted(draft);
        Pipeline pipeline = sql.pipeline();
        pipeline.list(LOCK_SLOTS, row -> "", wanted.shops(), wanted.halfHours());
        pipeline.list(
                "select id from capacity where id = any(?) or id in (select capacity_id from capacity_claim"
                        + " where checkout_id = any(?) and not returned) order by id for no key update",
                row -> "",
                wanted.byCapacity.keySet().toArray(Long[]::new),
                oldCheckouts.toArray(Long[]::new));
        pipeline.run();
    }

    /** Gives back everything the checkout still holds; what was given back before stays so. */
    public void giveBackAll(long checkoutId) {
        sql.update("update slot_claim set returned = true where checkout_id = ? and not returned", checkoutId);
        List<Long> lines = sql.list(
                "select distinct line_no from capacity_claim where checkout_id = ? and not returned",
                row -> row.number("line_no"),
                checkoutId);
        giveBack(checkoutId, lines);
    }

    /** Gives back what these lines hold, by their rank in the draft: they were cancelled. */
    public void giveBack(long checkoutId, List<Long> lineNos) {
        if (lineNos.isEmpty()) {
            return;
        }
        Long[] lines = lineNos.toArray(Long[]::new);
        Pipeline pipeline = sql.pipeline();
        pipeline.list(
                "select id from capacity where id in (select capacity_id " + HELD + ") order by id for no key update",
                row -> "",
                checkoutId,
                lines);
        pipeline.update(
                "update capacity c set taken = c.taken - h.quantity from (select capacity_id, sum(quantity) as quantity "
                        + HELD + " group by capacity_id) h where c.id = h.capacity_id",
                checkoutId,
                lines);
        pipeline.update(
                "update capacity_claim set returned = true where checkout_id = ? and line_no = any(?) and not returned",
                checkoutId,
                lines);
        pipeline.run();
    }

    private static SlotKey slot(Row row) throws SQLException {
        return new SlotKey(row.number("shop_id"), row.instant("slot_start"));
    }
}
