package fr.halle.payment.service;

import fr.halle.payment.model.PaymentPurpose;
import fr.halle.payment.model.PaymentTransition;
import org.jspecify.annotations.Nullable;

/**
 * A payment made this move; observers write in the same transaction.
 *
 * @param orderId null until the order is placed
 */
public record PaymentMoved(
        long paymentId,
        PaymentTransition transition,
        PaymentPurpose purpose,
        @Nullable Long checkoutId,
        @Nullable Long orderId,
        @Nullable Long balanceId) {}
