package fr.halle.order.service;

import java.util.Arrays;
import java.util.Optional;

/**
 * In which order parts are listed; every order has its word in an address. Numbers rise with time, so that they are the order of the
 * orders. The others are a merchant's alone, whose parts one index holds with what they are sorted by (docs/performance.md).
 */
public enum PartSort {
    NEWEST("-number", "", true),
    OLDEST("number", "", false),
    SERVICE("service", "%1$s.service_date", false),
    SERVICE_DOWN("-service", "%1$s.service_date", true),
    TOTAL("total", PartSort.STANDS, false),
    TOTAL_DOWN("-total", PartSort.STANDS, true);

    /** {@link PartRow#standingCents()} as the database says it. */
    private static final String STANDS =
            "case when %1$s.state = 'CANCELLED' then 0 else %1$s.total_cents - %1$s.cancelled_cents end";

    private final String word;
    private final String key;
    private final boolean falling;

    PartSort(String word, String key, boolean falling) {
        this.word = word;
        this.key = key;
        this.falling = falling;
    }

    public String word() {
        return word;
    }

    /** Empty for a word that is none of ours. */
    public static Optional<PartSort> of(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word.equals(word)).findFirst();
    }

    /** What stands of a row of {@code merchant_order} by its alias, in cents. */
    static String standing(String alias) {
        return "(" + String.format(STANDS, alias) + ")";
    }

    /** Whether it follows the parts' ids alone. */
    boolean isByNumber() {
        return key.isEmpty();
    }

    boolean isFalling() {
        return falling;
    }

    /** What is compared, of a row of {@code merchant_order} by its alias. */
    String key(String alias) {
        return String.format(key, alias);
    }

    /** {@code order by} of the rows of an alias, each in its own place. */
    String order(String alias) {
        String down = falling ? " desc" : "";
        return " order by " + (isByNumber() ? "" : key(alias) + down + ", ") + alias + ".id" + down;
    }
}
