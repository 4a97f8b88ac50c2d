package fr.halle.identity.model;

/** What somebody signs in as; the names are the application's security roles. */
public enum Role {
    /** A merchant: sees only its own parts, money and shop. */
    MERCHANT,
    /** Works in one merchant's commercial desk, and sees what that merchant sees. */
    SECRETARY,
    /** Runs a portal, or all of them. */
    OPERATOR
}
