package fr.halle.order.service;

import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.payout.model.PayoutRule;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a part's money may leave, as soon as the fact that the payout rule counts from is known (K2). A rule that counts from the
 * order is applied when the order is placed. A cancelled part releases nothing.
 */
final class ReleaseDates {

    private ReleaseDates() {}

    static MerchantOrder set(MerchantOrder part, PayoutRule rule) {
        if (part.state() == MerchantOrderState.CANCELLED) {
            return part.releasedAt(null);
        }
        Instant from = counted(part, rule.trigger());
        return from == null ? part : part.releasedAt(rule.dueAt(from));
    }

    private static @Nullable Instant counted(MerchantOrder part, PayoutRule.Trigger trigger) {
        return switch (trigger) {
            case PAID -> null;
            case VALIDATED -> part.validatedAt() == null ? part.completedAt() : part.validatedAt();
            case COMPLETED -> part.completedAt();
            case SERVICE_DATE ->
                part.slotStart() == null
                        ? part.serviceDate().atStartOfDay(HalleClock.PARIS).toInstant()
                        : part.slotStart();
        };
    }
}
