package fr.halle.order.model;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One merchant's part of an order, EP-00042-001: what the merchant sold in it, how it is collected, and how far it is. It is written
 * with its order when the payment is accepted (state RECORDED), and from then on only its state moves (C17): checked, validated,
 * ready, handed over, completed; or cancelled with a reason and refunded; or set in ERROR by the system, with the state it came
 * from, to be replayed there. Its lines, shares and balances are rows of their own; another part of the same order is never touched
 * (M47).
 *
 * @param stateBeforeError the only state that a part in ERROR may be replayed to
 * @param releaseAt when the payout rule lets its money go, null where that is not known yet, or never (K2)
 * @param cancelled why it was cancelled; empty where it was not
 */
public record MerchantOrder(
        long id,
        long orderId,
        String number,
        long portalId,
        long merchantId,
        @Nullable Instant slotStart,
        LocalDate serviceDate,
        MerchantOrderState state,
        @Nullable MerchantOrderState stateBeforeError,
        @Nullable String errorCause,
        @Nullable Instant validatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant releaseAt,
        Why cancelled,
        int version) {

    /**
     * The part after a move: the only way its state changes.
     *
     * @param why kept where the move is a cancellation or a fall into ERROR
     * @throws MoveRefused when the table has no such row, or a replay aims at another state than the one
     *     before the error
     */
    public MerchantOrder make(MerchantOrderTransition transition, Actor actor, Why why, Instant at) {
        MerchantOrderState after = transition.apply(state, actor.kind());
        boolean resumes = state == MerchantOrderState.ERROR && after != MerchantOrderState.CANCELLED;
        if (resumes && after != stateBeforeError) {
            throw new MoveRefused(transition, state, actor.kind());
        }
        boolean fails = after == MerchantOrderState.ERROR;
        return new MerchantOrder(
                id,
                orderId,
                number,
                portalId,
                merchantId,
                slotStart,
                serviceDate,
                after,
                fails ? state : null,
                fails ? why.wordsOrNull() : null,
                after == MerchantOrderState.PROCESSING && validatedAt == null ? at : validatedAt,
                after == MerchantOrderState.COMPLETED ? at : completedAt,
                releaseAt,
                transition.isCancellation() ? why : cancelled,
                version + 1);
    }

    /** The same part, whose money may go at this moment; at none, where it is null. */
    public MerchantOrder releasedAt(@Nullable Instant moment) {
        return new MerchantOrder(
                id,
                orderId,
                number,
                portalId,
                merchantId,
                slotStart,
                serviceDate,
                state,
                stateBeforeError,
                errorCause,
                validatedAt,
                completedAt,
                moment,
                cancelled,
                version);
    }
}
