package fr.halle.order.model;

import static fr.halle.order.model.MerchantOrderState.CANCELLED;
import static fr.halle.order.model.MerchantOrderState.COMPLETED;
import static fr.halle.order.model.MerchantOrderState.CONFIRMING;
import static fr.halle.order.model.MerchantOrderState.ERROR;
import static fr.halle.order.model.MerchantOrderState.HANDING_OVER;
import static fr.halle.order.model.MerchantOrderState.PROCESSING;
import static fr.halle.order.model.MerchantOrderState.RECORDED;
import static fr.halle.shared.model.Actor.Kind.CLOCK;
import static fr.halle.shared.model.Actor.Kind.CUSTOMER;
import static fr.halle.shared.model.Actor.Kind.MERCHANT;
import static fr.halle.shared.model.Actor.Kind.OPERATOR;
import static fr.halle.shared.model.Actor.Kind.PROVIDER;
import static fr.halle.shared.model.Actor.Kind.SYSTEM;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Lifecycle;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Transition;
import java.util.Set;

/**
 * Every legal move of a merchant's part of an order, one row each. A move that has no row cannot happen. How far the merchant
 * may cancel is narrowed by {@link CancelLimit} (K1); the operator may from every state that is not terminal (O01). A part leaves
 * ERROR by the RESUME row of the state it came from, see {@link #resume}, or by CANCEL_ERROR.
 */
public enum MerchantOrderTransition implements Transition<MerchantOrderState> {
    // @formatter:off
    //                  from                            to                        asked for by                             the customer gets
    CONFIRM            (from(RECORDED),                 CONFIRMING,               by(MERCHANT, OPERATOR),                  mail()  ),
    PROCESS            (from(RECORDED, CONFIRMING),     PROCESSING,               by(MERCHANT, OPERATOR),                  mail()  ),
    READY              (from(PROCESSING),               MerchantOrderState.READY, by(MERCHANT, OPERATOR),                  mail()  ),
    HAND_OVER          (from(MerchantOrderState.READY), HANDING_OVER,             by(MERCHANT, OPERATOR),                  mail()  ),
    COMPLETE           (underWay(),                     COMPLETED,                by(MERCHANT, OPERATOR, CUSTOMER, CLOCK), mail()  ),
    CANCEL             (underWay(),                     CANCELLED,                by(MERCHANT, OPERATOR, CLOCK),           refund()),
    FAIL               (underWay(),                     ERROR,                    by(SYSTEM, CLOCK, PROVIDER),             none()  ),
    CANCEL_ERROR       (from(ERROR),                    CANCELLED,                by(OPERATOR),                            refund()),
    RESUME_RECORDED    (from(ERROR),                    RECORDED,                 by(OPERATOR, SYSTEM),                    none()  ),
    RESUME_CONFIRMING  (from(ERROR),                    CONFIRMING,               by(OPERATOR, SYSTEM),                    none()  ),
    RESUME_PROCESSING  (from(ERROR),                    PROCESSING,               by(OPERATOR, SYSTEM),                    none()  ),
    RESUME_READY       (from(ERROR),                    MerchantOrderState.READY, by(OPERATOR, SYSTEM),                    none()  ),
    RESUME_HANDING_OVER(from(ERROR),                    HANDING_OVER,             by(OPERATOR, SYSTEM),                    none()  );
    // @formatter:on

    public static final Lifecycle<MerchantOrderState, MerchantOrderTransition> LIFECYCLE =
            Lifecycle.of("merchant_order", MerchantOrderState.RECORDED, MerchantOrderTransition.class);

    private final Set<MerchantOrderState> from;
    private final MerchantOrderState to;
    private final Set<Actor.Kind> by;
    private final CustomerMessage message;

    MerchantOrderTransition(
            Set<MerchantOrderState> from, MerchantOrderState to, Set<Actor.Kind> by, CustomerMessage message) {
        this.from = from;
        this.to = to;
        this.by = by;
        this.message = message;
    }

    @Override
    public Set<MerchantOrderState> from() {
        return from;
    }

    @Override
    public MerchantOrderState to() {
        return to;
    }

    @Override
    public Set<Actor.Kind> by() {
        return by;
    }

    /** What the customer is sent when the move is made (M42, K8). */
    public CustomerMessage message() {
        return message;
    }

    /**
     * The move that replays a part out of ERROR. The history keeps the state it was in before; only that one may be resumed.
     *
     * @throws IllegalArgumentException when a part cannot have come to ERROR from {@code before}
     */
    public static MerchantOrderTransition resume(MerchantOrderState before) {
        return switch (before) {
            case RECORDED -> RESUME_RECORDED;
            case CONFIRMING -> RESUME_CONFIRMING;
            case PROCESSING -> RESUME_PROCESSING;
            case READY -> RESUME_READY;
            case HANDING_OVER -> RESUME_HANDING_OVER;
            case COMPLETED, CANCELLED, ERROR ->
                throw new IllegalArgumentException("No part falls in ERROR from " + before);
        };
    }

    /** Whether this is a cancellation, whose asker must give a reason (M40). */
    public boolean isCancellation() {
        return to == CANCELLED;
    }

    /** What somebody of the back office needs for it, beside being of a kind that may ask. */
    public Permission permission() {
        return isCancellation() ? Permission.CANCEL_ORDERS : Permission.MOVE_ORDERS;
    }

    private static CustomerMessage mail() {
        return CustomerMessage.MAIL;
    }

    private static CustomerMessage refund() {
        return CustomerMessage.REFUND_NOTICE;
    }

    private static CustomerMessage none() {
        return CustomerMessage.NONE;
    }

    private static Set<MerchantOrderState> from(MerchantOrderState... states) {
        return Set.of(states);
    }

    /** Every state that a part can be worked in: neither over nor in ERROR. */
    private static Set<MerchantOrderState> underWay() {
        return Set.of(RECORDED, CONFIRMING, PROCESSING, MerchantOrderState.READY, HANDING_OVER);
    }

    private static Set<Actor.Kind> by(Actor.Kind... kinds) {
        return Set.of(kinds);
    }
}
