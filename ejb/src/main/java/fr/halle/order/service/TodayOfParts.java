package fr.halle.order.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant finds when it comes in: to confirm, to prepare, ready, late, and the money. Counts are of all parts, the lists
 * hold the first few.
 *
 * @param money null for the operator, who has its own page of it
 */
public record TodayOfParts(
        long toConfirm,
        long toPrepare,
        long ready,
        long late,
        long fresh,
        List<PartRow> confirming,
        List<PartRow> due,
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
        due = List.copyOf(due);
        overdue = List.copyOf(overdue);
    }
}
