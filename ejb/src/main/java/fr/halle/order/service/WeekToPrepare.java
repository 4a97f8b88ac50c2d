package fr.halle.order.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a week still asks of its merchant, by day and by slot.
 *
 * @param cut whether there was more than a sheet can hold, so that nobody takes it for the whole
 */
public record WeekToPrepare(LocalDate monday, List<Day> days, boolean cut) {

    /** @param deliveries how many parts are still to be brought to somebody on that day, prepared or not */
    public record Day(LocalDate date, List<Slot> slots, long deliveries) {

        public Day {
            slots = List.copyOf(slots);
        }

        public int parts() {
            return slots.stream().mapToInt(slot -> slot.parts().size()).sum();
        }
    }

    /** @param start of a pickup, null for what has no hour of its own */
    public record Slot(
            String mode, @Nullable Instant start, @Nullable Instant end, List<PartRow> parts) {

        public Slot {
            parts = List.copyOf(parts);
        }
    }

    public WeekToPrepare {
        days = List.copyOf(days);
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }
}
