package fr.halle.launcher;

/** Why the shop does not start, in one sentence a stranger can act on. */
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
