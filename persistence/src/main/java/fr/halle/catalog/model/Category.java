package fr.halle.catalog.model;

/**
 * A category (rayon) of a portal, named in one language.
 *
 * @param picture a file's name
 * @param products how many can be bought in it
 */
public record Category(long id, String slug, String name, String picture, int products) {}
