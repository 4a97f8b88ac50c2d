package fr.halle.outside.model;

/** What is told to the outside system. */
public enum OutsidePushAct {
    SALE,
    /** Of a sale it was told, or may have been told. */
    CANCELLATION
}
