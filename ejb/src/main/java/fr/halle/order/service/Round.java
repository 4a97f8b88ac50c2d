package fr.halle.order.service;

import fr.halle.shared.model.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of a day, neighbours beside each other.
 *
 * @param cut whether there were more than a sheet can hold
 */
public record Round(LocalDate day, List<Stop> stops, boolean cut) {

    public record Stop(
            PartRow part,
            String street,
            String postcode,
            String city,
            @Nullable String note) {}

    public Round {
        stops = List.copyOf(stops);
    }
}
