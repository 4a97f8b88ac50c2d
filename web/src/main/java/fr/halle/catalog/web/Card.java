package fr.halle.catalog.web;

/**
 * A product in a list, every text ready to be shown.
 *
 * @param unit what the price is for, empty where it goes without saying
 * @param tone of the look's status
 * @param status that nothing or little is left, when it can be fetched or that it is brought; empty where none of it is to be said
 */
public record Card(
        String href,
        String picture,
        String alt,
        String name,
        String by,
        String meta,
        String tone,
        String status,
        String from,
        String price,
        String unit) {}
