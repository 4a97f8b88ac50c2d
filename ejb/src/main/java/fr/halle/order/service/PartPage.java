package fr.halle.order.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some parts of a list, in its order.
 *
 * @param next what to ask for the following ones, null where there are none
 */
public record PartPage(List<PartRow> rows, @Nullable Long next) {

    public PartPage {
        rows = List.copyOf(rows);
    }
}
