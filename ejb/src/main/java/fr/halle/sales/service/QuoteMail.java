package fr.halle.sales.service;

import fr.halle.sales.model.MailContentKind;

/**
 * The mail that a quote goes with, as its writer left it (P21).
 *
 * @param kind QUOTE, or PAYMENT_REQUEST: the same quote, with payment asked for at once (S23, K23)
 */
public record QuoteMail(MailContentKind kind, String subject, String body) {}
