package fr.halle.merchant.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which slots a shop can offer (C11, C12): within its hours, not sooner than it can prepare, not more often than it can serve.
 * Slots lie on the hours and half-hours of Paris; one that the clocks skip in March does not exist.
 */
public final class SlotPlan {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final LocalDateTime now;
    private final ZonedDateTime earliest;
    private final OpeningHours hours;
    private final Map<LocalDateTime, Integer> taken;
    private final int capacity;

    private SlotPlan(
            ZonedDateTime now, int leadMinutes, OpeningHours hours, Map<LocalDateTime, Integer> taken, int capacity) {
        ZonedDateTime here = now.withZoneSameInstant(PARIS);
        this.now = here.toLocalDateTime();
        this.earliest = here.plusMinutes(leadMinutes);
        this.hours = hours;
        this.taken = taken;
        this.capacity = capacity;
    }

    /**
     * The slots of the coming days, today first.
     *
     * @param leadMinutes how long the shop needs, in minutes that really elapse: 120 by default (K19)
     * @param days how many days to show
     * @param taken how many orders each slot has, by its start; slots without an order may be left out
     * @param capacity how many orders one slot takes
     */
    public static List<SlotDay> days(
            ZonedDateTime now,
            int leadMinutes,
            int days,
            OpeningHours hours,
            Map<LocalDateTime, Integer> taken,
            int capacity) {
        SlotPlan plan = new SlotPlan(now, leadMinutes, hours, taken, capacity);
        List<SlotDay> planned = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            planned.add(plan.day(plan.now.toLocalDate().plusDays(i)));
        }
        return new Closings(planned).shown();
    }

    /** The first slot that can be had within so many days; looks no further than it. */
    public static Optional<Slot> first(
            ZonedDateTime now,
            int leadMinutes,
            int days,
            OpeningHours hours,
            Map<LocalDateTime, Integer> taken,
            int capacity) {
        SlotPlan plan = new SlotPlan(now, leadMinutes, hours, taken, capacity);
        for (int i = 0; i < days; i++) {
            List<Slot> free = plan.day(plan.now.toLocalDate().plusDays(i)).free();
            if (!free.isEmpty()) {
                return Optional.of(free.get(0));
            }
        }
        return Optional.empty();
    }

    /** Why {@code slot} cannot be had, empty when it can: the last word at checkout, minutes after the page was shown. */
    public static Optional<GapReason> refusal(
            Slot slot,
            ZonedDateTime now,
            int leadMinutes,
            OpeningHours hours,
            Map<LocalDateTime, Integer> taken,
            int capacity) {
        SlotPlan plan = new SlotPlan(now, leadMinutes, hours, taken, capacity);
        OpeningHours.Day day = hours.on(slot.date());
        if (day.closed() != null) {
            return Optional.of(day.closed());
        }
        boolean offered = day.ranges().stream()
                .anyMatch(range -> slotsOf(slot.date(), range).contains(slot));
        return offered ? Optional.ofNullable(plan.reasonAgainst(slot)) : Optional.of(GapReason.CLOSED);
    }

    private SlotDay day(LocalDate date) {
        OpeningHours.Day open = hours.on(date);
        List<SlotDay.Item> items = new ArrayList<>();
        if (open.closed() != null) {
            items.add(SlotDay.Item.allDay(open, open.closed()));
        }
        @Nullable LocalTime closedSince = null;
        for (TimeRange range : open.ranges()) {
            List<Slot> slots = slotsOf(date, range);
            if (slots.isEmpty()) {
                continue;
            }
            if (closedSince != null && closedSince.isBefore(range.start())) {
                items.add(SlotDay.Item.gap(closedSince, range.start(), GapReason.BREAK, null, 1));
            }
            slots.forEach(slot -> add(items, item(slot)));
            closedSince = range.end();
        }
        if (items.isEmpty()) {
            items.add(SlotDay.Item.allDay(open, GapReason.CLOSED));
        }
        return new SlotDay(date, items);
    }

    private SlotDay.Item item(Slot slot) {
        GapReason reason = reasonAgainst(slot);
        if (reason == null) {
            return SlotDay.Item.free(slot);
        }
        return SlotDay.Item.gap(slot.start().toLocalTime(), slot.end().toLocalTime(), reason, null, 1);
    }

    private @Nullable GapReason reasonAgainst(Slot slot) {
        if (slot.start().isBefore(now)) {
            return GapReason.PAST;
        }
        if (slot.start().atZone(PARIS).isBefore(earliest)) {
            return GapReason.TOO_EARLY;
        }
        return taken.getOrDefault(slot.start(), 0) >= capacity ? GapReason.FULL : null;
    }

    private static void add(List<SlotDay.Item> items, SlotDay.Item item) {
        int last = items.size() - 1;
        if (last >= 0 && items.get(last).continuedBy(item)) {
            items.set(last, items.get(last).and(item));
            return;
        }
        items.add(item);
    }

    private static List<Slot> slotsOf(LocalDate date, TimeRange range) {
        List<Slot> slots = new ArrayList<>();
        LocalDateTime end = date.atTime(range.end());
        LocalDateTime start = onTheHalfHour(date.atTime(range.start()));
        for (; !start.plus(Slot.LENGTH).isAfter(end); start = start.plus(Slot.LENGTH)) {
            if (!PARIS.getRules().getValidOffsets(start).isEmpty()) {
                slots.add(Slot.at(start));
            }
        }
        return slots;
    }

    private static LocalDateTime onTheHalfHour(LocalDateTime time) {
        LocalDateTime hour = time.withMinute(0).withSecond(0).withNano(0);
        LocalDateTime slot = hour;
        while (slot.isBefore(time)) {
            slot = slot.plus(Slot.LENGTH);
        }
        return slot;
    }
}
