package fr.halle.catalog.model;

/** The kinds a cart mixes (C01). The kind decides what a customer must choose, how the price is made and what is counted. */
public enum ProductKind {
    GROUP_LESSON,
    PRIVATE_LESSON,
    ACTIVITY,
    PASS,
    RENTAL,
    LODGING,
    INSURANCE,
    GOODS
}
