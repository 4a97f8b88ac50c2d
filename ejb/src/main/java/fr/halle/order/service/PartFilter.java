package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parts a list is to hold.
 *
 * @param states none for any
 * @param text an order's or a part's number with or without its prefix (K15), else pieces of a name or an e-mail address (M11)
 * @param mode NONE, PICKUP or DELIVERY, null for any
 * @param from the first day, by the axis
 * @param to the last one
 * @param axis which of a part's days is meant; without a day it says nothing
 */
public record PartFilter(
        List<MerchantOrderState> states,
        String text,
        @Nullable String mode,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        DayAxis axis) {

    public static final PartFilter ALL = new PartFilter(List.of(), "", null, null, null);
    private static final int LONGEST_TEXT = 100;

    public PartFilter {
        states = List.copyOf(states);
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        axis = from == null && to == null ? DayAxis.ORDERED : axis;
    }

    /** By the days of the order. */
    public PartFilter(
            List<MerchantOrderState> states,
            String text,
            @Nullable String mode,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        this(states, text, mode, from, to, DayAxis.ORDERED);
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
