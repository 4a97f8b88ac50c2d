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

    private static final LocalTime EARLY_AFTERNOON = LocalTime.of(14, 0);

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
        List<SlotDay.Item> items = new ArrayList<>(day.items());
        SlotDay.Item first = items.get(0);
        if (first.isAllDay()) {
            return new SlotDay(day.date(), List.of(first.over(opening, closing, tallest)));
        }
        SlotDay.Item last = items.get(items.size() - 1);
        int missing = tallest - day.rows();
        if (last.end().isBefore(closing)) {
            String detail = last.end().isAfter(EARLY_AFTERNOON) ? null : "closed.AFTERNOON";
            items.add(SlotDay.Item.gap(last.end(), closing, GapReason.CLOSED, detail, Math.max(1, missing)));
        }
        if (first.start().isAfter(opening)) {
            String detail = first.start().isBefore(LocalTime.NOON) ? null : "closed.MORNING";
            int rows = last.end().isBefore(closing) ? 1 : Math.max(1, missing);
            items.add(0, SlotDay.Item.gap(opening, first.start(), GapReason.CLOSED, detail, rows));
        }
        return new SlotDay(day.date(), items);
    }

    private Stream<SlotDay.Item> openItems() {
        return days.stream().flatMap(day -> day.items().stream()).filter(item -> !item.isAllDay());
    }
}
