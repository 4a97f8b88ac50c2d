package fr.halle.payment.service;

/**
 * The provider's own totals in cents, to be compared with the ledger.
 *
 * @param walletsCents what lies in the wallets of payers and merchants
 * @param feesCents what lies in the platform's fee wallet
 */
public record ProviderReport(
        long walletsCents,
        long feesCents,
        long paidInCents,
        long refundedCents,
        long paidOutCents,
        long returnedCents,
        long repudiatedCents) {}
