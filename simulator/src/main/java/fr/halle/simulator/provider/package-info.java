/**
 * What a payment provider does: users, wallets, pay-ins by card, transfers, refunds, payouts, disputes, notifications, and the
 * mishaps a tester has planned. Plain classes over the books; they know neither HTTP nor pages.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.simulator.provider;
