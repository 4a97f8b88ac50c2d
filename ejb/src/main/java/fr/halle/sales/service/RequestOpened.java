package fr.halle.sales.service;

/**
 * Fired in the transaction in which a request came in: whoever has to be told is told by an observer.
 *
 * @param messageId its first message, 0 where nothing was said
 */
public record RequestOpened(long requestId, long messageId, NewRequest request) {}
