package fr.halle.outside.service;

/** Whether a catalogue's code is good; the words are in the bundles under {@code outside.code.<name>}. */
public enum CodeVerdict {
    KNOWN,
    /** The outside system has no such catalogue for this desk. */
    UNKNOWN,
    /** It did not answer, or not in its contract's words: the code may be good. */
    NO_ANSWER,
    /** Nobody gave this desk an account at an outside system. */
    NOT_CONNECTED
}
