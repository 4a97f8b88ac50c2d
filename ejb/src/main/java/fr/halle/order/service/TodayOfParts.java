package fr.halle.order.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant finds when it comes in: to confirm, to prepare, ready, late, and the money. Counts are of all parts, the lists
 * hold the first few.
 *
 * @param due how many of today's are not late, and were not brought before
 * @param today the first of them
 * @param money null for the operator, who has its own page of it
 */
public record TodayOfParts(
        long toConfirm,
        long toPrepare,
        long ready,
        long late,
        long due,
        long fresh,
        List<PartRow> confirming,
        List<PartRow> today,
        List<PartRow> overdue,
        @Nullable Money money) {

    /**
     * In cents.
     *
     * @param pending sold and not yet released
     * @param debt what is owed after a refund that the money did not cover
     * @param nextAt when the next sale is released, null where none has a date yet
     * @param ibanMissing whether the payout is blocked for want of an IBAN (M65); the sale is not
     */
    public record Money(
            long pending,
            long available,
            long debt,
            long refunding,
            @Nullable Instant nextAt,
            long nextCents,
            boolean ibanMissing) {

        public long net() {
            return pending + available - debt;
        }
    }

    public TodayOfParts {
        confirming = List.copyOf(confirming);
        today = List.copyOf(today);
        overdue = List.copyOf(overdue);
    }
}
