package fr.halle.shared.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which banks settle in euros: TARGET closes on week-ends and on six days of the ECB's own, which are not the French
 * ones. A transfer ordered on 14 July leaves; one ordered on Good Friday does not.
 */
public final class TargetHolidays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private TargetHolidays() {}

    public static boolean isBankDay(LocalDate date) {
        LocalDate easter = Easter.sunday(date.getYear());
        return !BusinessDays.isWeekend(date)
                && !FIXED.contains(MonthDay.from(date))
                && !date.equals(easter.minusDays(2))
                && !date.equals(easter.plusDays(1));
    }

    /** {@code date} if banks settle then, else the next day they do. */
    public static LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isBankDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
