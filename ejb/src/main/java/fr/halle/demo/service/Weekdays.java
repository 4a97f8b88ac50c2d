package fr.halle.demo.service;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Weekdays and hours as the files write them: {@code "mon-fri"}, {@code "tue,thu"}, {@code "09:00-12:30 14:00-19:00"}. */
final class Weekdays {

    private Weekdays() {}

    static List<DayOfWeek> of(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            DayOfWeek first = day(dash < 0 ? part : part.substring(0, dash));
            DayOfWeek last = dash < 0 ? first : day(part.substring(dash + 1));
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days;
    }

    private static DayOfWeek day(String three) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(three.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException("No weekday: " + three);
    }
}
