package fr.halle.sales.model;

/** How a message came in. */
public enum MessageSource {
    FORM,
    /** The customer's private page. */
    PAGE,
    MAIL,
    PHONE,
    /** The back office. */
    DESK
}
