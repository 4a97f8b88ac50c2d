package fr.halle.sales.model;

/** Where a quote's prestation and its price come from. */
public enum LineSource {
    /** As anybody buys it on line. */
    PUBLIC,
    /** At the price of an outside catalogue, or sold nowhere else (S29, S30). */
    CATALOGUE,
    /** "Divers": worded and priced by the desk (S06). */
    FREE
}
