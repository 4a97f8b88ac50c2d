package fr.halle.payment.service;

/** What the provider answers to a new payment. */
public sealed interface PaymentPage {

    /** The provider's name of the payment. */
    String providerId();

    /** The customer pays at this address. */
    record Redirect(String providerId, String url) implements PaymentPage {}

    /** Paid without a page. */
    record Accepted(String providerId) implements PaymentPage {}
}
