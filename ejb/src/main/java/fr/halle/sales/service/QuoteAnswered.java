package fr.halle.sales.service;

/**
 * Fired in the transaction in which a customer accepts or declines a quote.
 *
 * @param no the quote's number at its desk
 * @param reason the customer's words, where there are some
 */
record QuoteAnswered(long requestId, long quoteId, String no, boolean accepted, String reason) {}
