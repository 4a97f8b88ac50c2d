package fr.halle.payment.service;

/**
 * A payment that the cardholder contests: his bank has taken it back from the platform.
 *
 * @param paymentId the provider's name of the payment
 * @param closed whether it is over, one way or the other
 * @param reason the provider's word, such as FRAUD
 */
public record ProviderDispute(String id, String paymentId, boolean closed, String reason) {}
