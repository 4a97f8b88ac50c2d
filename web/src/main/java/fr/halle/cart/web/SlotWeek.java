package fr.halle.cart.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week of half-hours to choose from (C09): a missing one says why.
 *
 * @param earlier the address of the week before, null for the first one
 * @param later the address of the week after, null for the last one
 */
public record SlotWeek(
        String label,
        List<Day> days,
        @Nullable String earlier,
        @Nullable String later) {

    /** @param chosen whether the slot chosen is one of this day's: on a phone it comes first */
    public record Day(String id, String weekday, String date, List<Item> items, boolean chosen) {}

    /**
     * @param value what the form sends; null for a gap
     * @param reason why not, null for a slot
     * @param rows how tall a gap is drawn, in half-hours
     */
    public record Item(
            @Nullable String value,
            String time,
            boolean checked,
            @Nullable String reason,
            @Nullable String detail,
            int rows) {

        public boolean isFree() {
            return value != null;
        }

        /** A long gap says its reason in two lines, a short one in one. */
        public boolean isTall() {
            return rows > 1;
        }
    }
}
