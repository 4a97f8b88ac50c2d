package fr.halle.catalog.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some products of a list, and where the next ones begin.
 *
 * @param total how many the whole list holds
 * @param next what to ask for after these, null at the end
 */
public record ProductPage(
        List<ProductCard> products, int total, @Nullable String next) {}
