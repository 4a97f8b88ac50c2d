package fr.halle.outside.service;

/**
 * What the outside system said of a catalogue's code (P17, P24).
 *
 * @param code as the outside system writes it, where it knows it; else as it was typed
 * @param labelFr what the outside system calls it, empty unless known
 */
public record CheckedCode(String code, CodeVerdict verdict, String labelFr, String labelEn) {

    /** What it said nothing of. */
    public static CheckedCode without(String code, CodeVerdict verdict) {
        return new CheckedCode(code, verdict, "", "");
    }
}
