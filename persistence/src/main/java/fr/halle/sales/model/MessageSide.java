package fr.halle.sales.model;

/** Who speaks in a conversation. */
public enum MessageSide {
    CUSTOMER,
    DESK,
    /** Written for the desk's eyes only. */
    NOTE
}
