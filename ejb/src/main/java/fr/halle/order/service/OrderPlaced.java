package fr.halle.order.service;

/** An order was written, with everything that belongs to it; observers write in the same transaction. */
public record OrderPlaced(long orderId) {}
