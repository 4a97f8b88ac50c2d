package fr.halle.merchant.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One day of a shop's slots as the basket shows it: free slots and the reasons for the others, in order of time. */
public record SlotDay(LocalDate date, List<Item> items) {

    /**
     * A free slot, or a stretch that cannot be had and why.
     *
     * @param slot the free slot, absent in a gap
     * @param gap why not, absent for a free slot
     * @param detailKey the key of the words that say more, such as {@code holiday.ASCENSION} or {@code closed.AFTERNOON}
     * @param detail the merchant's own words for an exceptional closing
     * @param rows how many half-hours it stands for in the picture: 1 for a slot, and for a break however long
     */
    public record Item(
            LocalTime start,
            LocalTime end,
            @Nullable Slot slot,
            @Nullable GapReason gap,
            @Nullable String detailKey,
            @Nullable String detail,
            int rows) {

        static Item free(Slot slot) {
            return new Item(slot.start().toLocalTime(), slot.end().toLocalTime(), slot, null, null, null, 1);
        }

        static Item gap(LocalTime start, LocalTime end, GapReason reason, @Nullable String detailKey, int rows) {
            return new Item(start, end, null, reason, detailKey, null, rows);
        }

        /** A whole day that is closed; {@link Closings} gives it its hours and its height. */
        static Item allDay(OpeningHours.Day day, GapReason reason) {
            return new Item(LocalTime.MIN, LocalTime.MAX, null, reason, day.reasonKey(), day.reason(), 1);
        }

        boolean isAllDay() {
            return end.equals(LocalTime.MAX);
        }

        Item over(LocalTime opening, LocalTime closing, int height) {
            return new Item(opening, closing, slot, gap, detailKey, detail, height);
        }

        public boolean isFree() {
            return gap == null;
        }

        /** This gap and the one after it as one, where they have the same reason; slots that are full stay apart. */
        boolean continuedBy(Item next) {
            return gap != null && gap == next.gap && gap != GapReason.FULL;
        }

        Item and(Item next) {
            return new Item(start, next.end, null, gap, detailKey, detail, rows + next.rows);
        }
    }

    public SlotDay {
        items = List.copyOf(items);
    }

    /** The slots that can be had. */
    public List<Slot> free() {
        return items.stream().map(Item::slot).filter(slot -> slot != null).toList();
    }

    int rows() {
        return items.stream().mapToInt(Item::rows).sum();
    }
}
