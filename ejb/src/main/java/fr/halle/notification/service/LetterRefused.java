package fr.halle.notification.service;

/** A letter that must not leave, today or tomorrow: it lacks something, or its figures do not add up (K29). The row is buried. */
class LetterRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param missing what it lacks; no personal data, since it is shown and logged */
    LetterRefused(String missing) {
        super("The letter lacks " + missing);
    }

    private LetterRefused(String reason, long shown, long meant) {
        super(reason + ": " + shown + " is not " + meant + " (cents)");
    }

    /** The source documents' own sample says 99,00 € over lines of 114,00 €: ours is not sent (K29). */
    static void unlessEqual(String what, long shown, long meant) {
        if (shown != meant) {
            throw new LetterRefused(what, shown, meant);
        }
    }
}
