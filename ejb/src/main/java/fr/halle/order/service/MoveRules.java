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
                .filter(move -> move != MerchantOrderTransition.COMPLETE || isCompletable(actor.kind(), now))
                .toList();
    }

    /**
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws MoveRefused when the table or the cancellation limit does not allow it
     * @param proven whether the customer's code was shown
     * @throws TooEarlyToComplete when the portal waits for the slot
     * @throws PickupCodeMissing when it waits for the customer's code
     * @throws CustomerMustConfirm when it waits for the customer
     * @throws CompletesByItself when it leaves completion to the clock
     */
    void check(MerchantOrderTransition move, Actor actor, boolean proven, Instant now) {
        actor.must(move.permission());
        move.apply(state, actor.kind());
        MoveRefused narrowed = narrows(move, actor.kind());
        if (narrowed != null) {
            throw narrowed;
        }
        if (move == MerchantOrderTransition.COMPLETE && actor.kind() == Actor.Kind.MERCHANT) {
            checkAwaited(proven, now);
        }
    }

    /** Whether completing it goes round what the portal waits for, which is the operator's alone and needs a reason (K17). */
    boolean isOverridden(MerchantOrderTransition move, Actor.Kind actor, Instant now) {
        return move == MerchantOrderTransition.COMPLETE && actor == Actor.Kind.OPERATOR && awaited(now) != null;
    }

    /** What is missing before the merchant can complete it; null where nothing is. */
    @Nullable
    CompletionRule awaited(Instant now) {
        CompletionRule rule = settings.get(OrderSettings.COMPLETE_REQUIRES);
        boolean met =
                rule == CompletionRule.NOTHING || rule == CompletionRule.SLOT_STARTED && !now.isBefore(serviceStart());
        return met ? null : rule;
    }

    /** Whether the customer can say that it was received: it is ready, or what cannot be made ready has begun. */
    boolean isReceivable(Instant now) {
        boolean there = state == MerchantOrderState.READY
                || state == MerchantOrderState.HANDING_OVER
                || state == MerchantOrderState.PROCESSING && !now.isBefore(serviceStart());
        return there && settings.get(OrderSettings.COMPLETE_REQUIRES) == CompletionRule.CUSTOMER_CONFIRM;
    }

    private void checkAwaited(boolean proven, Instant now) {
        CompletionRule missing = awaited(now);
        if (missing == null || missing == CompletionRule.PICKUP_CODE && proven) {
            return;
        }
        throw switch (missing) {
            case NOTHING, SLOT_STARTED -> new TooEarlyToComplete(serviceStart());
            case PICKUP_CODE -> new PickupCodeMissing();
            case CUSTOMER_CONFIRM -> new CustomerMustConfirm();
            case AUTO_AFTER -> new CompletesByItself();
        };
    }

    private boolean isCompletable(Actor.Kind actor, Instant now) {
        return actor != Actor.Kind.MERCHANT || awaited(now) == null;
    }

    private @Nullable MoveRefused narrows(MerchantOrderTransition move, Actor.Kind actor) {
        boolean tooLate = move == MerchantOrderTransition.CANCEL
                && actor == Actor.Kind.MERCHANT
                && !settings.get(OrderSettings.CANCEL_MERCHANT_UNTIL).allows(state);
        boolean elsewhere =
                state == MerchantOrderState.ERROR && !move.isCancellation() && move.to() != stateBeforeError;
        return tooLate || elsewhere ? new MoveRefused(move, state, actor) : null;
    }

    /** When the customer is expected: the slot, or the beginning of the day. */
    Instant serviceStart() {
        return slotStart != null
                ? slotStart
                : serviceDate.atStartOfDay(HalleClock.PARIS).toInstant();
    }
}
