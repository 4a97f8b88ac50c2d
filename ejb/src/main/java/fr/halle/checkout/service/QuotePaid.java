package fr.halle.checkout.service;

/**
 * A payment of an accepted quote was accepted by the bank: fired before anything is claimed or written for it. Whoever knows the quote
 * holds it until the transaction ends, and says so where it is no longer to be had: the money then goes back whole.
 */
public final class QuotePaid {

    private final long quoteId;
    private boolean refused;

    QuotePaid(long quoteId) {
        this.quoteId = quoteId;
    }

    public long quoteId() {
        return quoteId;
    }

    public void refuse() {
        refused = true;
    }

    boolean isRefused() {
        return refused;
    }
}
