package fr.halle.catalog.web;

import org.jspecify.annotations.Nullable;

/**
 * One link of a choice that the rest of the page depends on: a day, a week.
 *
 * @param current {@code true} or null, as {@code aria-current} wants it
 */
public record Way(
        String href,
        String label,
        String tone,
        String status,
        @Nullable String current) {}
