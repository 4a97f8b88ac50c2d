/** What is paid and refunded, in the provider's answers; it knows the ledger but no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.payment.model;
