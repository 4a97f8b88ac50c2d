package fr.halle.order.service;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days in Paris, both ends included.
 *
 * @param from the first one, null for any
 * @param to the last one, null for any
 */
public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Span ANY = new Span(null, null);
}
