package fr.halle.shared.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers people read and type: EP-00042 for an order (M02), EP-00042-001 for a merchant's part of it (K15). */
public final class OrderNumbers {

    private static final Pattern TYPED = Pattern.compile("(?i)(?:EP[-\\s]*)?(\\d{1,15})(?:\\s*-\\s*(\\d{1,6}))?");

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
        return String.format(Locale.ROOT, "EP-%05d", positive(order));
    }

    /** EP-00042-001. */
    public static String format(long order, int part) {
        return String.format(Locale.ROOT, "%s-%03d", format(order), positive(part));
    }

    /**
     * Reads a number with or without its prefix and zeros, in any case (K15). Anything else, such as an imported alias, is empty:
     * it is looked up as it is.
     */
    public static Optional<Parsed> parse(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long order = Long.parseLong(matcher.group(1));
        String rank = matcher.group(2);
        Integer part = rank == null ? null : Integer.valueOf(rank);
        boolean real = order > 0 && (part == null || part > 0);
        return real ? Optional.of(new Parsed(order, part)) : Optional.empty();
    }

    private static long positive(long number) {
        if (number <= 0) {
            throw new IllegalArgumentException("Not an order's or a part's number: " + number);
        }
        return number;
    }
}
