package fr.halle.sales.model;

/** What the customer may decide of a prestation of a quote. */
public enum LinePick {
    FIRM,
    /** Taken or not. */
    OPTION,
    /** One of several, of which exactly one is taken. */
    ALTERNATIVE
}
