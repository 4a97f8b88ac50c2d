package fr.halle.order.service;

import fr.halle.shared.model.Actor;

/**
 * Somebody gives a customer money back: of a part that lives on (M21), or what waited since something of it was cancelled (K7).
 *
 * @param refundId the first of its refunds
 */
public record RefundGiven(long partId, long refundId, Actor actor, long cents, String reason) {}
