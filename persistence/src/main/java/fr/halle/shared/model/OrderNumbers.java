package fr.halle.shared.model;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The numbers people read and type: EP-00042 for an order (M02), EP-00042-001 for a merchant's part of it (K15). */
public final class OrderNumbers {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_PARTS = 1_000_000;

    private OrderNumbers() {}

    /**
     * What somebody typed, understood.
     *
     * @param part the part's rank, absent when the whole order is meant
     */
    public record Parsed(long order, @Nullable Integer part) {

        /** As {@link OrderNumbers} writes it. */
        public String number() {
            return part == null ? OrderNumbers.format(order) : OrderNumbers.format(order, part);
        }
    }

    /** EP-00042; it grows past five digits. */
    public static String format(long order) {
        return "EP-" + padded(Long.toString(positive(order)), 5);
    }

    /** EP-00042-001. */
    public static String format(long order, int part) {
        return format(order) + '-' + padded(Long.toString(positive(part)), 3);
    }

    /** By hand: a format string is read anew each time, and an order writes a dozen numbers. */
    private static String padded(String digits, int least) {
        return digits.length() >= least ? digits : "0".repeat(least - digits.length()) + digits;
    }

    /**
     * Reads a number with or without its prefix and zeros, in any case (K15). Anything else, such as an imported alias, is empty:
     * it is looked up as it is.
     */
    public static Optional<Parsed> parse(String typed) {
        String rest = withoutPrefix(typed.strip().toUpperCase(Locale.ROOT));
        int dash = rest.indexOf('-');
        OptionalLong order = positiveIn(dash < 0 ? rest : rest.substring(0, dash));
        if (order.isEmpty()) {
            return Optional.empty();
        }
        if (dash < 0) {
            return Optional.of(new Parsed(order.getAsLong(), null));
        }
        OptionalLong part = positiveIn(rest.substring(dash + 1));
        return part.isEmpty() || part.getAsLong() > MOST_PARTS
                ? Optional.empty()
                : Optional.of(new Parsed(order.getAsLong(), (int) part.getAsLong()));
    }

    private static String withoutPrefix(String number) {
        if (!number.startsWith("EP")) {
            return number;
        }
        String rest = number.substring("EP".length()).strip();
        return rest.startsWith("-") ? rest.substring(1).strip() : rest;
    }

    private static OptionalLong positiveIn(String text) {
        String digits = text.strip();
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Long.parseLong(digits) > 0;
        return number ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private static long positive(long number) {
        if (number <= 0) {
            throw new IllegalArgumentException("Not an order's or a part's number: " + number);
        }
        return number;
    }
}
