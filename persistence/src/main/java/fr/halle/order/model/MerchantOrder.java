package fr.halle.order.model;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One merchant's part of an order, EP-00042-001: what the merchant sold in it, how it is collected, and how far it is. It is written
 * with its order when the payment is accepted (state RECORDED), and from then on only its state moves (C17): checked, validated,
 * ready, handed over, completed; or cancelled with a reason and refunded; or set in ERROR by the system, with the state it came
 * from, to be replayed there. Its lines, shares and balances are rows of their own; another part of the same order is never touched
 * (M47).
 */
@Entity
@Table(name = "merchant_order")
public class MerchantOrder {

    @Id
    private long id;

    @Column(name = "order_id", updatable = false)
    private long orderId;

    @Column(updatable = false)
    private String number;

    @Column(name = "portal_id", updatable = false)
    private long portalId;

    @Column(name = "merchant_id", updatable = false)
    private long merchantId;

    @Column(name = "shop_id", updatable = false)
    private long shopId;

    @Enumerated(EnumType.STRING)
    private MerchantOrderState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before_error")
    private @Nullable MerchantOrderState stateBeforeError;

    @Column(name = "error_cause")
    private @Nullable String errorCause;

    @Column(name = "slot_start", updatable = false)
    private @Nullable Instant slotStart;

    @Column(name = "service_date", updatable = false)
    private LocalDate serviceDate;

    @Column(name = "placed_at", updatable = false)
    private Instant placedAt;

    @Column(name = "moved_at")
    private Instant movedAt;

    @Column(name = "validated_at")
    private @Nullable Instant validatedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "release_at")
    private @Nullable Instant releaseAt;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "cancel_code")
    private @Nullable CancelReason cancelCode;

    @Version
    private int version;

    protected MerchantOrder() {}

    /**
     * The only way its state changes.
     *
     * @param why kept where the move is a cancellation or a fall into ERROR
     * @return the row of its history
     * @throws MoveRefused when the table has no such row, or a replay aims at another state than the one
     *     before the error
     */
    public OrderMove make(long moveId, MerchantOrderTransition transition, Actor actor, Why why, Instant at) {
        MerchantOrderState before = state;
        MerchantOrderState after = transition.apply(before, actor.kind());
        boolean resumes = before == MerchantOrderState.ERROR && after != MerchantOrderState.CANCELLED;
        if (resumes && after != stateBeforeError) {
            throw new MoveRefused(transition, before, actor.kind());
        }
        boolean fails = after == MerchantOrderState.ERROR;
        stateBeforeError = fails ? before : null;
        errorCause = fails ? why.wordsOrNull() : null;
        cancelReason = transition.isCancellation() ? why.wordsOrNull() : cancelReason;
        cancelCode = transition.isCancellation() ? why.reason() : cancelCode;
        validatedAt = after == MerchantOrderState.PROCESSING && validatedAt == null ? at : validatedAt;
        completedAt = after == MerchantOrderState.COMPLETED ? at : completedAt;
        movedAt = at;
        state = after;
        return new OrderMove(moveId, id, transition, before, after, actor, why, at);
    }

    /** When the payout rule lets its money go; null takes that back (K2). */
    public void releaseAt(@Nullable Instant moment) {
        releaseAt = moment;
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public String number() {
        return number;
    }

    public long portalId() {
        return portalId;
    }

    public long merchantId() {
        return merchantId;
    }

    public long shopId() {
        return shopId;
    }

    public MerchantOrderState state() {
        return state;
    }

    public @Nullable MerchantOrderState stateBeforeError() {
        return stateBeforeError;
    }

    public @Nullable Instant slotStart() {
        return slotStart;
    }

    public LocalDate serviceDate() {
        return serviceDate;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public @Nullable Instant validatedAt() {
        return validatedAt;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public @Nullable Instant releaseAt() {
        return releaseAt;
    }

    public int version() {
        return version;
    }
}
