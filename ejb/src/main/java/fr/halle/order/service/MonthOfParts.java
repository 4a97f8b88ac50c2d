package fr.halle.order.service;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A month in whole weeks, Monday first (M22). The days of its neighbours that fill the first and the last week have their own
 * figures, and no part in the month's (M23, K30).
 */
public record MonthOfParts(YearMonth month, List<List<Day>> weeks) {

    /**
     * @param parts how many, those without an amount too (M24)
     * @param cents what they come to; a cancelled one comes to nothing, and a cancelled line of one neither (K9)
     * @param inMonth false for a neighbour's day
     */
    public record Day(LocalDate date, long parts, long cents, boolean inMonth) {

        public boolean isEmpty() {
            return parts == 0;
        }
    }

    public MonthOfParts {
        weeks = weeks.stream().map(List::copyOf).toList();
    }

    public long cents() {
        return weeks.stream()
                .flatMap(List::stream)
                .filter(Day::inMonth)
                .mapToLong(Day::cents)
                .sum();
    }

    public long parts() {
        return weeks.stream()
                .flatMap(List::stream)
                .filter(Day::inMonth)
                .mapToLong(Day::parts)
                .sum();
    }
}
