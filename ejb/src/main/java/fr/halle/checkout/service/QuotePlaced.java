package fr.halle.checkout.service;

import fr.halle.shared.service.Pipeline;

/**
 * An accepted quote is paid and becomes an order in this transaction; what observers add to {@code writes} goes to the database after
 * the order's own rows.
 */
public record QuotePlaced(long quoteId, long orderId, long orderNo, Pipeline writes) {}
