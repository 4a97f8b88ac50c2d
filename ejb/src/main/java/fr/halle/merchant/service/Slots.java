package fr.halle.merchant.service;

import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.model.Slot;
import fr.halle.merchant.model.SlotDay;
import fr.halle.merchant.model.SlotPlan;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a customer can fetch what a shop prepares: half-hours from H+2 within its hours, as long as there is room (C09–C12, K19). */
@Service
public class Slots {

    /** As far ahead as anything can be booked: what is rented for then is fetched then. A stranger must not make us compute a century. */
    public static final int FARTHEST_DAYS = 730;

    private static final int MOST_DAYS = 14;
    private static final int A_WEEK = 7;

    private static final String TAKEN =
            "select w.shop_id, w.slot_start::timestamptz as slot_start, c.taken from unnest("
                    + Sql.IDS + ", " + Sql.TEXTS
                    + ") as w(shop_id, slot_start) cross join lateral (select count(*) as taken from slot_claim c"
                    + " where c.shop_id = w.shop_id and c.slot_start = w.slot_start::timestamptz and not c.returned) c";

    /** How many come at a slot. */
    public record Taken(SlotKey slot, int pickups) {}

    @Inject
    private Sql sql;

    @Inject
    private Shops shops;

    @Inject
    private HalleClock clock;

    /**
     * The slots of {@code days} days in a row, at most 14.
     *
     * @param from the first day; a day that is over, or lies further than {@link #FARTHEST_DAYS}, is brought back to the nearest
     *     that can be asked for
     */
    public List<SlotDay> of(long shopId, LocalDate from, int days, String language) {
        Shop shop = shops.byId(shopId);
        LocalDate first = firstDay(from);
        int count = Math.max(1, Math.min(days, MOST_DAYS));
        ZonedDateTime now = clock.inParis();
        // A plan begins today: one that begins later starts from that midnight, and what is still to be waited shrinks
        // with it.
        ZonedDateTime start = first.isEqual(now.toLocalDate()) ? now : first.atStartOfDay(HalleClock.PARIS);
        long wait = Duration.between(start, now.plusMinutes(shop.leadMinutes())).toMinutes();
        return SlotPlan.days(
                start,
                (int) Math.max(0, wait),
                count,
                shop.hours(language),
                taken(List.of(shopId), first, first.plusDays(count)).getOrDefault(shopId, Map.of()),
                shop.slotCapacity());
    }

    /** When each of these shops can first hand something over within a week; those that cannot are left out. One statement. */
    public Map<Long, Slot> firstOf(Collection<Shop> candidates) {
        List<Shop> open = candidates.stream().filter(Shop::pickup).toList();
        Map<Long, Slot> first = new HashMap<>();
        if (open.isEmpty()) {
            return first;
        }
        LocalDate today = clock.today();
        Map<Long, Map<LocalDateTime, Integer>> taken =
                taken(open.stream().map(Shop::id).toList(), today, today.plusDays(A_WEEK));
        for (Shop shop : open) {
            SlotPlan.first(
                            clock.inParis(),
                            shop.leadMinutes(),
                            A_WEEK,
                            shop.hours("fr"),
                            taken.getOrDefault(shop.id(), Map.of()),
                            shop.slotCapacity())
                    .ifPresent(slot -> first.put(shop.id(), slot));
        }
        return first;
    }

    /** The day nearest to {@code asked} from which slots are shown. */
    public LocalDate firstDay(LocalDate asked) {
        LocalDate today = clock.today();
        LocalDate last = today.plusDays(FARTHEST_DAYS);
        if (asked.isBefore(today)) {
            return today;
        }
        return asked.isAfter(last) ? last : asked;
    }

    /**
     * Why a slot cannot be had, empty when it can; asked again at checkout, minutes after the page was shown.
     *
     * @param taken how many come then already, from {@link #taken(Pipeline, Collection)}
     */
    public Optional<GapReason> refusal(Shop shop, Instant start, int taken) {
        if (start.isAfter(clock.instant().plus(Duration.ofDays(FARTHEST_DAYS + MOST_DAYS)))
                || start.isBefore(clock.instant().minus(Duration.ofDays(FARTHEST_DAYS)))
                || start.getEpochSecond() % Slot.LENGTH.toSeconds() != 0
                || start.getNano() != 0) {
            return Optional.of(GapReason.CLOSED);
        }
        Slot slot = Slot.at(start);
        if (!slot.startsAt().equals(start)) {
            return Optional.of(GapReason.CLOSED);
        }
        return SlotPlan.refusal(
                slot,
                clock.inParis(),
                shop.leadMinutes(),
                shop.hours("fr"),
                Map.of(slot.start(), taken),
                shop.slotCapacity());
    }

    /** Asks, with whatever else is asked, how many pickups each slot has, held or sold. Only slots that {@link #refusal} knows. */
    public static Pipeline.Answer<Taken> taken(Pipeline pipeline, Collection<SlotKey> slots) {
        if (slots.isEmpty()) {
            return Pipeline.Answer.none();
        }
        return pipeline.list(
                TAKEN,
                row -> new Taken(
                        new SlotKey(row.number("shop_id"), row.instant("slot_start")), (int) row.number("taken")),
                slots.stream().map(SlotKey::shopId).toArray(Long[]::new),
                slots.stream().map(slot -> slot.start().toString()).toArray(String[]::new));
    }

    private Map<Long, Map<LocalDateTime, Integer>> taken(List<Long> shopIds, LocalDate from, LocalDate until) {
        Map<Long, Map<LocalDateTime, Integer>> taken = new HashMap<>();
        sql.list(
                "select shop_id, slot_start, count(*) as taken from slot_claim where not returned and shop_id = any(?)"
                        + " and slot_start >= ? and slot_start < ? group by shop_id, slot_start",
                row -> taken.computeIfAbsent(row.number("shop_id"), shop -> new HashMap<>())
                        .put(Slot.at(row.instant("slot_start")).start(), (int) row.number("taken")),
                (Object) shopIds.toArray(Long[]::new),
                midnight(from),
                midnight(until));
        return taken;
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(HalleClock.PARIS).toInstant().atOffset(ZoneOffset.UTC);
    }
}
