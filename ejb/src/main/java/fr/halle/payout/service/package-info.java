/** When a merchant's money becomes available and how it reaches its bank. It knows the ledger and the provider; of an order, only the shares of its payments. */
@org.jspecify.annotations.NullMarked
package fr.halle.payout.service;
