package fr.halle.checkout.service;

/** A version of terms that the customer says to accept, by its id and the fingerprint of the text that was shown (K14). */
public record AcceptedTerms(long id, String sha256) {}
