package fr.halle.payment.service;

/**
 * What the provider holds by its own totals, in cents, to be compared with the ledger.
 *
 * @param walletsCents what lies in the wallets of payers and merchants
 * @param feesCents what lies in the platform's fee wallet
 * @param creditCents what lies in the wallet that disputed payments are taken from: below zero by as much as they came to
 */
public record ProviderReport(long walletsCents, long feesCents, long creditCents) {

    public long heldCents() {
        return walletsCents + feesCents + creditCents;
    }
}
