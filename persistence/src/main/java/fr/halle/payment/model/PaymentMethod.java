package fr.halle.payment.model;

/** How a payment is made. */
public enum PaymentMethod {
    /** At the provider's page: the card number is typed there, never here (C13). */
    CARD,
    /** Accepted at once without a page or a call, for load tests; only where {@code halle.payment.instant} says so. */
    INSTANT,
    /** Nothing is due now (M24: an order of 0,00 € is an order). */
    FREE
}
