package fr.halle.order.service;

import fr.halle.order.model.CompletionRule;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderSettings;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which moves of a part are open to whom: the table, narrowed by the settings frozen on its order (K1, K17). Pages show exactly
 * what {@link #availableTo} says, and {@link #check} says the same again when the move is asked for.
 *
 * @param stateBeforeError the only state that a part in ERROR may be replayed to
 */
record MoveRules(
        MerchantOrderState state,
        @Nullable MerchantOrderState stateBeforeError,
        @Nullable Instant slotStart,
        LocalDate serviceDate,
        Settings settings) {

    List<MerchantOrderTransition> availableTo(Actor actor, Instant now) {
        return MerchantOrderTransition.LIFECYCLE.availableTo(actor.kind(), state).stream()
                .filter(move -> actor.may(move.permission()))
                .filter(move -> narrows(move, actor.kind()) == null)
                .filter(move -> !isTooEarly(move, now))
                .toList();
    }

    /**
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws MoveRefused when the table or the cancellation limit does not allow it
     * @throws TooEarlyToComplete when the portal waits for the slot
     */
    void check(MerchantOrderTransition move, Actor actor, Instant now) {
        actor.must(move.permission());
        move.apply(state, actor.kind());
        MoveRefused narrowed = narrows(move, actor.kind());
        if (narrowed != null) {
            throw narrowed;
        }
        if (isTooEarly(move, now)) {
            throw new TooEarlyToComplete(serviceStart());
        }
    }

    private @Nullable MoveRefused narrows(MerchantOrderTransition move, Actor.Kind actor) {
        boolean tooLate = move == MerchantOrderTransition.CANCEL
                && actor == Actor.Kind.MERCHANT
                && !settings.get(OrderSettings.CANCEL_MERCHANT_UNTIL).allows(state);
        boolean elsewhere =
                state == MerchantOrderState.ERROR && !move.isCancellation() && move.to() != stateBeforeError;
        return tooLate || elsewhere ? new MoveRefused(move, state, actor) : null;
    }

    private boolean isTooEarly(MerchantOrderTransition move, Instant now) {
        return move == MerchantOrderTransition.COMPLETE
                && settings.get(OrderSettings.COMPLETE_REQUIRES) == CompletionRule.SLOT_STARTED
                && now.isBefore(serviceStart());
    }

    /** When the customer is expected: the slot, or the beginning of the day. */
    Instant serviceStart() {
        return slotStart != null
                ? slotStart
                : serviceDate.atStartOfDay(HalleClock.PARIS).toInstant();
    }
}
