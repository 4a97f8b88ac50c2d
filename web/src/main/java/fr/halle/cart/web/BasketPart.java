package fr.halle.cart.web;

import fr.halle.merchant.service.Shop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One merchant's part of the basket, in words.
 *
 * @param settled whether its collection is chosen, so that it is told and not asked
 * @param how the mode, when its slot; empty where not chosen
 * @param open whether its slots are shown at once, or behind their heading
 * @param days the slots to choose from, empty where they are not asked for
 * @param laterWeek the first day of the next slots, null where there are none
 */
public record BasketPart(
        Shop shop,
        String total,
        String linesTotal,
        List<BasketLine> lines,
        boolean collected,
        boolean settled,
        boolean delivery,
        boolean pickupChecked,
        String how,
        String when,
        String deliveryFee,
        String deliveryCall,
        String leadWords,
        String slotsLabel,
        boolean open,
        List<Day> days,
        @Nullable String laterWeek,
        @Nullable String refusal) {

    /** A day of slots. */
    public record Day(String weekday, String date, List<Item> items) {}

    /**
     * A free slot, or a stretch that cannot be had and why.
     *
     * @param start what the form sends: an instant
     * @param rows how many half-hours it covers, 12 at most
     */
    public record Item(
            boolean free,
            String start,
            String time,
            boolean chosen,
            int rows,
            String reason,
            @Nullable String detail) {}
}
