package fr.halle.order.service;

import fr.halle.shared.model.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries of a day, neighbours beside each other; today's holds what was not brought before as well.
 *
 * @param cut whether there were more than a sheet can hold
 */
public record Round(LocalDate day, List<Stop> stops, boolean cut) {

    public record Stop(
            PartRow part,
            String street,
            String postcode,
            String city,
            @Nullable String note) {

        private static final Pattern HOUSE =
                Pattern.compile("^\\D{0,3}(\\d{1,6})\\s*(?:bis|ter|quater)?[\\s,]*", Pattern.CASE_INSENSITIVE);

        /** Town by town, street by street, house by house, as far as an address tells. */
        static final Comparator<Stop> ALONG_THE_WAY = Comparator.comparing(Stop::postcode)
                .thenComparing(stop -> Texts.fold(stop.city()))
                .thenComparing(Stop::way)
                .thenComparing(Stop::house)
                .thenComparing(stop -> stop.part().id());

        private String way() {
            return Texts.fold(HOUSE.matcher(street).replaceFirst(""));
        }

        private int house() {
            Matcher number = HOUSE.matcher(street);
            return number.find() ? Integer.parseInt(number.group(1)) : 0;
        }
    }

    /** Whether it was to be brought on a day before. */
    public boolean isLeft(Stop stop) {
        return stop.part().serviceDate().isBefore(day);
    }

    public Round {
        stops = List.copyOf(stops);
    }
}
