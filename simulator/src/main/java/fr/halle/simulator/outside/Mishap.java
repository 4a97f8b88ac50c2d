package fr.halle.simulator.outside;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a tester can make go wrong with the next calls. */
public enum Mishap {
    /** 503, nothing done. */
    DOWN(false),
    /** Done, and answered late. */
    SLOW(false),
    /** 500, nothing done. */
    ERROR(false),
    /** A sale is taken, and its answer comes too late. */
    TIMEOUT_AFTER_COMMIT(true),
    /** A sale is taken, and answered 500. */
    ERROR_AFTER_COMMIT(true),
    /** A sale is booked twice, under two receipts. */
    DOUBLE_RECEIPT(true),
    /** A sale's product is refused as unknown. */
    UNKNOWN_PRODUCT(true);

    private final boolean saleOnly;

    Mishap(boolean saleOnly) {
        this.saleOnly = saleOnly;
    }

    boolean suits(boolean sale) {
        return sale || !saleOnly;
    }

    /** As it is written in a plan: {@code timeout-after-commit}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Mishap> labelled(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }
}
