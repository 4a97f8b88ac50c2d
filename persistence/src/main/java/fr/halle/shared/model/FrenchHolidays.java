package fr.halle.shared.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The public holidays of a year (M68), computed and not configured: a shop must not open by mistake because a list has ended. */
public final class FrenchHolidays {

    private FrenchHolidays() {}

    /** The holiday that {@code date} is in {@code region}; the first of the table where two fall together (Ascension on 1 May). */
    public static Optional<FrenchHoliday> on(LocalDate date, Region region) {
        return Arrays.stream(FrenchHoliday.values())
                .filter(holiday ->
                        holiday.isKeptIn(region) && holiday.in(date.getYear()).equals(date))
                .findFirst();
    }

    /** All of a year, in order of date. */
    public static Map<LocalDate, FrenchHoliday> of(int year, Region region) {
        Map<LocalDate, FrenchHoliday> days = new TreeMap<>();
        for (FrenchHoliday holiday : FrenchHoliday.values()) {
            if (holiday.isKeptIn(region)) {
                days.putIfAbsent(holiday.in(year), holiday);
            }
        }
        return days;
    }
}
