package fr.halle.shared.model;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Jours ouvrés: Monday to Friday, public holidays left out (M64, K2). */
public final class BusinessDays {

    private BusinessDays() {}

    public static boolean isBusinessDay(LocalDate date, Region region) {
        return !isWeekend(date) && FrenchHolidays.on(date, region).isEmpty();
    }

    /**
     * The {@code days}-th business day after {@code date}, which itself does not count; for zero days, the date itself or the next
     * business day.
     */
    public static LocalDate plus(LocalDate date, int days, Region region) {
        if (days < 0) {
            throw new IllegalArgumentException("Business days are counted forward: " + days);
        }
        LocalDate day = date;
        for (int left = days; left > 0; left--) {
            day = onOrAfter(day.plusDays(1), region);
        }
        return onOrAfter(day, region);
    }

    private static LocalDate onOrAfter(LocalDate date, Region region) {
        LocalDate day = date;
        while (!isBusinessDay(day, region)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
