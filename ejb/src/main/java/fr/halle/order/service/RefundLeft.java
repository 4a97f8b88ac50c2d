package fr.halle.order.service;

import java.util.Map;

/**
 * What may still be given back of a part (M21).
 *
 * @param cents of the whole part
 * @param ofLines in cents, of each of its lines by id, those that nothing is left of included
 */
public record RefundLeft(long cents, Map<Long, Long> ofLines) {}
