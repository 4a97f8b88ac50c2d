package fr.halle.sales.model;

/** Where a desk's requests go (P22). */
public enum DeskInbox {
    /** Kept here, and worked on here. */
    CENTRAL,
    /** Sent on to the address of their object, and not kept. */
    MAIL_ONLY
}
