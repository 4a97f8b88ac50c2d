package fr.halle.identity.service;

/**
 * What somebody types to be believed once more.
 *
 * @param code of an authenticator app, or a recovery code; asked of nobody who has no second factor
 */
public record Proof(String password, String code) {

    public static final Proof NONE = new Proof("", "");

    /** Without either, whoever prints it. */
    @Override
    public String toString() {
        return "Proof";
    }
}
