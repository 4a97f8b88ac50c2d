package fr.halle.catalog.api;

import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductSort;
import fr.halle.shared.api.ParameterRefused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, refusing each by its name. */
final class Parameters {

    private static final int LONGEST = 100;
    private static final String SYNTAX = "SYNTAX";
    private static final String RANGE = "RANGE";

    private Parameters() {}

    static @Nullable String text(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new ParameterRefused(name, RANGE);
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new ParameterRefused(name, SYNTAX);
        }
        return value;
    }

    static ProductSort sort(@Nullable String value) {
        return value == null || value.isEmpty()
                ? ProductSort.OURS
                : ProductSort.of(value).orElseThrow(() -> new ParameterRefused("sort", SYNTAX));
    }

    static int number(String name, @Nullable String value, int least, int most, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw new ParameterRefused(name, RANGE);
            }
            return number;
        } catch (NumberFormatException malformed) {
            throw new ParameterRefused(name, SYNTAX);
        }
    }

    static LocalDate date(String name, @Nullable String value, LocalDate otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException malformed) {
            throw new ParameterRefused(name, SYNTAX);
        }
    }

    static @Nullable ProductKind kind(@Nullable String value) {
        if (value == null) {
            return null;
        }
        return Arrays.stream(ProductKind.values())
                .filter(kind -> kind.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new ParameterRefused("kind", SYNTAX));
    }
}
