package fr.halle.sales.service;

/** Fired in the transaction in which the desk answered: the customer is told by an observer. */
public record RequestAnswered(long requestId, long messageId) {}
