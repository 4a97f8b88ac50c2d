package fr.halle.outside.service;

/**
 * One sale as both sides have it on a day.
 *
 * @param ours our receipt's number, empty where we have none
 * @param theirs theirs, empty where they have none
 */
public record ReconciledRow(
        Difference difference,
        String label,
        String reference,
        String ours,
        String theirs,
        long ourCents,
        long theirCents) {

    /** What does not agree, the worst first; the words are in the bundles under {@code outside.difference.<name>}. */
    public enum Difference {
        /** We have a receipt for it, and they have no such sale. */
        MISSING_THERE,
        /** They have it and we know nothing of it. */
        MISSING_HERE,
        /** They have it under two receipts. */
        TWICE,
        /** They have it, and we wait for their answer: it is asked for by itself. */
        AWAITED,
        AMOUNT,
        /** Cancelled here and not there. */
        CANCELLED_HERE,
        CANCELLED_THERE,
        NONE
    }

    public boolean isDifferent() {
        return difference != Difference.NONE;
    }
}
