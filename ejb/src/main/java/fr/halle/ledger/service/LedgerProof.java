package fr.halle.ledger.service;

/**
 * What was booked about one subject, in cents.
 *
 * @param creditCents a positive number
 */
public record LedgerProof(int entries, long debitCents, long creditCents) {

    /** Σ = 0. */
    public boolean balances() {
        return debitCents == creditCents;
    }
}
