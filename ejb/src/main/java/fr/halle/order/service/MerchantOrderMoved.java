package fr.halle.order.service;

import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.shared.model.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part made a move; fired in the same transaction, so that its effects are written with it or not at all.
 *
 * @param moved the part as it is now
 * @param reason in words
 * @param code which of the list, for a cancellation (M40)
 * @param replaced whether another order takes its place, of which the customer is told together with it (K10)
 */
public record MerchantOrderMoved(
        PartOfOrder moved,
        MerchantOrderTransition transition,
        Actor actor,
        @Nullable String reason,
        @Nullable CancelReason code,
        boolean replaced) {

    public long partId() {
        return moved.part().id();
    }

    MerchantOrderMoved byReplacement() {
        return new MerchantOrderMoved(moved, transition, actor, reason, code, true);
    }

    /** What of it a letter carries: words as they were said, the listed reason by its name, to be read in any language. */
    Map<String, String> told() {
        return code == null
                ? Map.of("reason", reason == null ? "" : reason)
                : Map.of("reason", reason == null ? "" : reason, "code", code.name());
    }
}
