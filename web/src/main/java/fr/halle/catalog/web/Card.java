package fr.halle.catalog.web;

/**
 * A product in a list, every text ready to be shown.
 *
 * @param unit what the price is for, empty where it goes without saying
 * @param gone that nothing is left; empty where something is
 */
public record Card(
        String href,
        String picture,
        String alt,
        String name,
        String by,
        String meta,
        String gone,
        String from,
        String price,
        String unit) {}
