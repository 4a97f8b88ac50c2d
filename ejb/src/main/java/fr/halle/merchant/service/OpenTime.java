package fr.halle.merchant.service;

import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.model.TimeRange;
import fr.halle.shared.service.HalleClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Counts time as a shop does: hours in which it is open, public holidays and closed days left out. A shop that has told no hours
 * counts from eight to eight on every day. Hours are elapsed hours, on the days the clock changes too.
 */
public final class OpenTime {

    private static final List<TimeRange> UNTOLD = List.of(TimeRange.of("08:00", "20:00"));

    /** A shop that has not opened in a year will not answer either: its time is up then. */
    private static final int MOST_DAYS = 366;

    private OpenTime() {}

    /** When it has been open for so long since {@code from}. */
    public static Instant after(OpeningHours hours, Instant from, Duration open) {
        LocalDate first = LocalDate.ofInstant(from, HalleClock.PARIS);
        Duration left = open;
        for (int days = 0; days < MOST_DAYS; days++) {
            LocalDate day = first.plusDays(days);
            for (TimeRange range : ranges(hours, day)) {
                Instant start = later(from, at(day, range.start()));
                Duration lasts = Duration.between(start, at(day, range.end()));
                if (lasts.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                left = lasts.isNegative() ? left : left.minus(lasts);
            }
        }
        return first.plusDays(MOST_DAYS).atStartOfDay(HalleClock.PARIS).toInstant();
    }

    private static List<TimeRange> ranges(OpeningHours hours, LocalDate day) {
        boolean untold = hours.weekly().isEmpty() && hours.exceptions().isEmpty();
        return untold ? UNTOLD : hours.on(day).ranges();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(HalleClock.PARIS).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
