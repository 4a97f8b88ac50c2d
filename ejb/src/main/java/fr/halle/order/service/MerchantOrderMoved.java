package fr.halle.order.service;

import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.shared.model.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part made a move; fired in the same transaction, so that its effects are written with it or not at all.
 *
 * @param reason in words
 * @param code which of the list, for a cancellation (M40)
 */
public record MerchantOrderMoved(
        long partId,
        MerchantOrderTransition transition,
        Actor actor,
        @Nullable String reason,
        @Nullable CancelReason code) {

    public MerchantOrderMoved(long partId, MerchantOrderTransition transition, Actor actor, @Nullable String reason) {
        this(partId, transition, actor, reason, null);
    }

    /** What of it a letter carries: words as they were said, the listed reason by its name, to be read in any language. */
    Map<String, String> told() {
        return code == null
                ? Map.of("reason", reason == null ? "" : reason)
                : Map.of("reason", reason == null ? "" : reason, "code", code.name());
    }
}
