package fr.halle.order.service;

import fr.halle.shared.model.Actor;

/**
 * A customer gets money back of a part that lives on (M21).
 *
 * @param refundId the first of its refunds
 */
public record RefundGiven(long partId, long refundId, Actor actor, long cents, String reason) {}
