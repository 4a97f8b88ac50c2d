package fr.halle.portal.model;

/** The three products of the source documents, whose rules disagree (requirements, section 9). */
public enum Preset {
    /** Documents 000, 003 and 004: a resort. */
    MOUNTAIN,
    /** Document 002: a town's shops with pickup slots. */
    TOWN_PICKUP,
    /** Document 001: a town's marketplace with statuses and fees. */
    TOWN_ORDERS
}
