package fr.halle.sales.service;

/** Fired in the transaction in which a customer wrote again, on the page or by mail. */
public record CustomerWrote(long requestId, long messageId) {}
