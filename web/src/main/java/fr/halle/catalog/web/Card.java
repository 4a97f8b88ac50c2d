package fr.halle.catalog.web;

/**
 * A product in a list, every text ready to be shown.
 *
 * @param unit what the price is for, empty where it goes without saying
 */
public record Card(
        String href,
        String picture,
        String alt,
        String name,
        String by,
        String meta,
        String from,
        String price,
        String unit) {}
