package fr.halle.payment.service;

import fr.halle.payment.model.RefundTransition;

/** A refund made this move; observers write in the same transaction. */
public record RefundMoved(long refundId, RefundTransition transition) {}
