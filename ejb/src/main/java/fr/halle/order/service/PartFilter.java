package fr.halle.order.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parts a list is to hold.
 *
 * @param states none for any
 * @param text an order's or a part's number with or without its prefix, or a number it was imported with (K15), else pieces of a name
 *     or an e-mail address (M11)
 * @param mode NONE, PICKUP or DELIVERY, null for any
 * @param placed the days it was ordered on
 * @param service the days of its service: of its slot, its arrival, its first lesson
 * @param kind what one of its lines at least is, null for any
 * @param total what it comes to, without what was cancelled
 * @param desk what only some readers look for
 */
public record PartFilter(
        List<MerchantOrderState> states,
        String text,
        @Nullable String mode,
        Span placed,
        Span service,
        @Nullable ProductKind kind,
        Amounts total,
        Desk desk) {

    public static final PartFilter ALL = about(List.of(), "");

    public static final int LONGEST_TEXT = 100;

    /**
     * Cents, VAT included, both ends included.
     *
     * @param min null for any
     * @param max null for any
     */
    public record Amounts(@Nullable Long min, @Nullable Long max) {

        public static final Amounts ANY = new Amounts(null, null);
    }

    /**
     * What an operator looks for among many merchants, and what is late for anybody.
     *
     * @param portal one portal's slug, empty for any
     * @param merchant a piece of a merchant's name, empty for any
     * @param late whether its slot has passed ({@link Lateness})
     */
    public record Desk(String portal, String merchant, boolean late) {

        public static final Desk ANY = new Desk("", "", false);
    }

    public PartFilter {
        states = List.copyOf(states);
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    public PartFilter(
            List<MerchantOrderState> states,
            String text,
            @Nullable String mode,
            Span placed,
            Span service,
            @Nullable ProductKind kind,
            Amounts total) {
        this(states, text, mode, placed, service, kind, total, Desk.ANY);
    }

    /** By one of a part's days. */
    public PartFilter(
            List<MerchantOrderState> states,
            String text,
            @Nullable String mode,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            DayAxis axis) {
        this(
                states,
                text,
                mode,
                axis == DayAxis.ORDERED ? new Span(from, to) : Span.ANY,
                axis == DayAxis.SERVED ? new Span(from, to) : Span.ANY,
                null,
                Amounts.ANY);
    }

    public static PartFilter about(List<MerchantOrderState> states, String text) {
        return new PartFilter(states, text, null, Span.ANY, Span.ANY, null, Amounts.ANY);
    }

    public PartFilter placedOn(Span days) {
        return new PartFilter(states, text, mode, days, service, kind, total, desk);
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
