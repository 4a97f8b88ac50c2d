package fr.halle.checkout.web;

import java.time.Instant;

/** A payment or a refund as the customer's account statement would name it (M14–M16). @param cents negative for what goes back */
public record TransactionShown(Instant at, String operation, String status, String style, long cents) {}
