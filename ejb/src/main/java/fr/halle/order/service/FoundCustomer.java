package fr.halle.order.service;

import java.time.Instant;

/**
 * A customer whom a search found, told apart by the e-mail address; only what the reader may see is counted.
 *
 * @param email in lower case
 * @param name as on the newest order
 * @param orders how many
 * @param totalCents what they come to, without what was cancelled
 * @param unpaidCents balances that are still to be paid
 * @param last when the newest was placed
 */
public record FoundCustomer(
        String email, String name, String phone, long orders, long totalCents, long unpaidCents, Instant last) {}
