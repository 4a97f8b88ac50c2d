package fr.halle.catalog.web;

import org.jspecify.annotations.Nullable;

/**
 * One radio button of a choice.
 *
 * @param side what stands at its right, mostly a price
 * @param tone the look's colour of the status: {@code ok}, {@code warn}, {@code off}
 * @param checked {@code checked} or null, disabled likewise, as the attributes want them
 */
public record Pick(
        String value,
        String label,
        String side,
        String note,
        String tone,
        String status,
        @Nullable String checked,
        @Nullable String disabled) {

    static @Nullable String checked(boolean is) {
        return is ? "checked" : null;
    }

    static @Nullable String disabled(boolean is) {
        return is ? "disabled" : null;
    }
}
