package fr.halle.merchant.model;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws days side by side: a day that opens later or closes earlier than the others says so (« Fermé, l'après-midi »), and a day
 * that is closed is as tall as the tallest.
 */
final class Closings {

    private static final LocalTime NOON_BREAK = LocalTime.of(14, 0);

    private final List<SlotDay> days;
    private final LocalTime opening;
    private final LocalTime closing;
    private final int tallest;

    Closings(List<SlotDay> days) {
        this.days = days;
        this.opening = openItems()
                .map(SlotDay.Item::start)
                .min(Comparator.naturalOrder())
                .orElse(LocalTime.NOON);
        this.closing = openItems()
                .map(SlotDay.Item::end)
                .max(Comparator.naturalOrder())
                .orElse(LocalTime.NOON);
        this.tallest = days.stream().mapToInt(SlotDay::rows).max().orElse(1);
    }

    List<SlotDay> shown() {
        return days.stream().map(this::shown).toList();
    }

    private SlotDay shown(SlotDay day) {
        if (day.items().isEmpty() || isClosed(day)) {
            return closedAllDay(day);
        }
        List<SlotDay.Item> items = new ArrayList<>(day.items());
        SlotDay.Item first = items.get(0);
        SlotDay.Item last = items.get(items.size() - 1);
        int missing = tallest - day.rows();
        if (last.end().isBefore(closing)) {
            String detail = last.end().isAfter(NOON_BREAK) ? null : "closed.AFTERNOON";
            items.add(SlotDay.Item.gap(last.end(), closing, GapReason.CLOSED, detail, Math.max(1, missing)));
        }
        if (first.start().isAfter(opening)) {
            String detail = first.start().isBefore(LocalTime.NOON) ? null : "closed.MORNING";
            int rows = last.end().isBefore(closing) ? 1 : Math.max(1, missing);
            items.add(0, SlotDay.Item.gap(opening, first.start(), GapReason.CLOSED, detail, rows));
        }
        return new SlotDay(day.date(), items);
    }

    private SlotDay closedAllDay(SlotDay day) {
        if (day.items().isEmpty()) {
            return new SlotDay(
                    day.date(), List.of(SlotDay.Item.gap(opening, closing, GapReason.CLOSED, null, tallest)));
        }
        SlotDay.Item only = day.items().get(0);
        return new SlotDay(
                day.date(), List.of(SlotDay.Item.gap(opening, closing, reasonOf(only), only.detailKey(), tallest)));
    }

    private static GapReason reasonOf(SlotDay.Item closed) {
        return closed.gap() == null ? GapReason.CLOSED : closed.gap();
    }

    private Stream<SlotDay.Item> openItems() {
        return days.stream().filter(day -> !isClosed(day)).flatMap(day -> day.items().stream());
    }

    private static boolean isClosed(SlotDay day) {
        return day.items().size() == 1 && day.items().get(0).end().equals(LocalTime.MAX);
    }
}
