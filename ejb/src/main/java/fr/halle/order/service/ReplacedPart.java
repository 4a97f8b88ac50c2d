package fr.halle.order.service;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part, or some of its lines, whose place a new order is to take (K10), and what was paid for it. Amounts are cents.
 *
 * @param allowed whether this actor may cancel it now (K1, M49)
 * @param lines which of its lines; none where all of it is replaced
 * @param linesLeft prestations that live on
 * @param paid what was paid for what is replaced, payment by payment, the oldest first
 * @param waivedCents unpaid balances that are no longer asked for
 * @param slotStart the pickup slot that is free again
 */
public record ReplacedPart(
        long partId,
        String number,
        int version,
        long orderId,
        long portalId,
        long merchantId,
        long shopId,
        boolean allowed,
        Set<Long> lines,
        int linesLeft,
        List<Paid> paid,
        long waivedCents,
        @Nullable Instant slotStart) {

    /**
     * What one share brought for what is replaced.
     *
     * @param lineId the prestation it was paid for, null for all that is left of the share
     * @param taxCents tourist tax within it
     */
    public record Paid(long shareId, @Nullable Long lineId, long cents, long taxCents) {

        static Paid of(GoingBack back) {
            return new Paid(back.share().id(), back.lineId(), back.cents(), back.tax());
        }
    }

    public ReplacedPart {
        lines = Set.copyOf(lines);
        paid = List.copyOf(paid);
    }

    public boolean isWhole() {
        return lines.isEmpty();
    }

    public long paidCents() {
        return paid.stream().mapToLong(Paid::cents).sum();
    }

    public long taxCents() {
        return paid.stream().mapToLong(Paid::taxCents).sum();
    }
}
