package fr.halle.order.service;

import org.jspecify.annotations.Nullable;

/**
 * What is to be given back (M21): all that is left, what is left of a prestation, or an amount.
 *
 * @param lineId null where it is no prestation in particular
 * @param cents null where it is all that is left
 */
public record RefundWish(@Nullable Long lineId, @Nullable Long cents) {

    public static RefundWish all() {
        return new RefundWish(null, null);
    }

    public static RefundWish ofLine(long lineId) {
        return new RefundWish(lineId, null);
    }

    /** @param cents more than zero */
    public static RefundWish amount(long cents) {
        return new RefundWish(null, cents);
    }
}
