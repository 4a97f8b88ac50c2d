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
     * @param rows how many half-hours it stands for in the picture: 1 for a slot, and for a break however long
     */
    public record Item(
            LocalTime start,
            LocalTime end,
            @Nullable Slot slot,
            @Nullable GapReason gap,
            @Nullable String detailKey,
            int rows) {

        static Item free(Slot slot) {
            return new Item(slot.start().toLocalTime(), slot.end().toLocalTime(), slot, null, null, 1);
        }

        static Item gap(LocalTime start, LocalTime end, GapReason reason, @Nullable String detailKey, int rows) {
            return new Item(start, end, null, reason, detailKey, rows);
        }

        public boolean isFree() {
            return gap == null;
        }

        /** This gap and the one after it as one, where they have the same reason; slots that are full stay apart. */
        boolean continuedBy(Item next) {
            return gap != null && gap == next.gap && gap != GapReason.FULL && end.equals(next.start);
        }

        Item and(Item next) {
            return new Item(start, next.end, null, gap, detailKey, rows + next.rows);
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
