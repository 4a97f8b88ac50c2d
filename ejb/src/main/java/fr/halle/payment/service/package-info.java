/** How money comes in and goes back, through the provider's port; it knows the ledger and, of an order, only the share it pays. */
@org.jspecify.annotations.NullMarked
package fr.halle.payment.service;
