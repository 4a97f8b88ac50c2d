package fr.halle.catalog.model;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * When a pass is of use, as kept in {@code product.terms}. What is left out: all the year.
 *
 * @param seasonFrom the first day of the season of each year, {@code "--12-01"}
 * @param seasonTo the last, in the following year where it comes before the first
 */
public record PassTerms(
        @Nullable MonthDay seasonFrom, @Nullable MonthDay seasonTo) {

    /** Both days included. */
    public record Season(LocalDate from, LocalDate to) {

        public boolean holds(LocalDate first, LocalDate last) {
            return !first.isBefore(from) && !last.isAfter(to);
        }
    }

    /** The season that this day is in or before, null where it lasts all the year. */
    public @Nullable Season season(LocalDate day) {
        if (seasonFrom == null || seasonTo == null) {
            return null;
        }
        LocalDate thisYear = seasonTo.atYear(day.getYear());
        LocalDate to = thisYear.isBefore(day) ? seasonTo.atYear(day.getYear() + 1) : thisYear;
        int begun = seasonFrom.isAfter(seasonTo) ? to.getYear() - 1 : to.getYear();
        return new Season(seasonFrom.atYear(begun), to);
    }
}
