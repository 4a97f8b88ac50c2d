package fr.halle.sales.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some requests, those that somebody wrote in last first.
 *
 * @param next what to ask for the following ones, null where there are none
 */
public record RequestPage(List<RequestRow> rows, @Nullable String next) {

    public RequestPage {
        rows = List.copyOf(rows);
    }
}
