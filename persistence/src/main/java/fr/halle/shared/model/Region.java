package fr.halle.shared.model;

/** Where a portal is, as far as holidays go: Alsace and Moselle have two more (Code du travail L3134-13). */
public enum Region {
    FRANCE,
    ALSACE_MOSELLE
}
