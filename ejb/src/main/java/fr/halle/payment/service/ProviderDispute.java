package fr.halle.payment.service;

/**
 * A payment that the cardholder contests.
 *
 * @param paymentId the provider's name of the payment
 * @param takenCents what the bank has taken back for it and keeps, cents; nothing of a mere question, and once it is won
 * @param reason the provider's word, such as FRAUD
 */
public record ProviderDispute(String id, String paymentId, long takenCents, String reason) {}
