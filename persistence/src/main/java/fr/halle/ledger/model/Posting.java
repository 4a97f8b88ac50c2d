package fr.halle.ledger.model;

/**
 * One line of a journal entry.
 *
 * @param cents a debit when positive, a credit when negative, never zero
 */
public record Posting(AccountRef account, long cents) {

    public Posting {
        if (cents == 0) {
            throw new IllegalArgumentException("A posting of nothing to " + account.code());
        }
    }

    public boolean isDebit() {
        return cents > 0;
    }
}
