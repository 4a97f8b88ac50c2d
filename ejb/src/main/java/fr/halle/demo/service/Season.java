package fr.halle.demo.service;

import fr.halle.catalog.model.PassTerms;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/** When something takes place, so that the shop has dates to show on whichever day it is loaded. */
enum Season {
    /** The coming twelve weeks. */
    YEAR(MonthDay.of(1, 1), MonthDay.of(12, 31)),
    /** December to April. */
    SKI(MonthDay.of(12, 1), MonthDay.of(4, 30)),
    /** April to October. */
    SEA(MonthDay.of(4, 1), MonthDay.of(10, 31));

    private static final int WEEKS = 12;
    /** A season with less than this left is followed by the next one. */
    private static final int FEW_WEEKS = 6;

    private final MonthDay first;
    private final MonthDay last;

    Season(MonthDay first, MonthDay last) {
        this.first = first;
        this.last = last;
    }

    /** The days from tomorrow on, in order. */
    List<LocalDate> daysAfter(LocalDate today) {
        LocalDate from = today.plusDays(1);
        if (this == YEAR) {
            return from.datesUntil(from.plusWeeks(WEEKS)).toList();
        }
        LocalDate end = endAfter(from);
        List<LocalDate> days = new ArrayList<>(between(from, end));
        if (days.size() < FEW_WEEKS * 7) {
            days.addAll(between(from, end.plusYears(1)));
        }
        return days.stream().distinct().toList();
    }

    PassTerms ofPass() {
        return new PassTerms(first, last);
    }

    private LocalDate endAfter(LocalDate from) {
        LocalDate end = last.atYear(from.getYear());
        return end.isBefore(from) ? end.plusYears(1) : end;
    }

    private List<LocalDate> between(LocalDate from, LocalDate end) {
        LocalDate start = first.atYear(first.isAfter(last) ? end.getYear() - 1 : end.getYear());
        LocalDate begins = start.isBefore(from) ? from : start;
        return begins.isAfter(end)
                ? List.of()
                : begins.datesUntil(end.plusDays(1)).toList();
    }
}
