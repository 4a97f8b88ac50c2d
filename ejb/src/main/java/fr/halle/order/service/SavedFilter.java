package fr.halle.order.service;

/**
 * A search that somebody kept.
 *
 * @param query what stands after the question mark of the list's address
 */
public record SavedFilter(long id, String name, String query) {}
