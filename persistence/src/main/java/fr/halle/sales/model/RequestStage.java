package fr.halle.sales.model;

/**
 * How far a request got, and the column of the board that its dossier stands in (S11–S17). It follows from facts (messages, quotes,
 * payments, the box, the archive): the database computes it from them, and nobody can set it.
 */
public enum RequestStage {
    /** Nobody has answered or acted yet. */
    NEW,
    IN_PROGRESS,
    /** A quote was accepted and nothing is paid. */
    AWAITING_PAYMENT,
    DEPOSIT_PAID,
    /** Everything agreed is paid. */
    SETTLED,
    /** Settled, and "Saisie dans le logiciel (Traité)" is ticked (S16, K25). */
    PROCESSED,
    ARCHIVED
}
