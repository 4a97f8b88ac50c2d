package fr.halle.merchant.model;

import fr.halle.shared.model.FrenchHoliday;
import fr.halle.shared.model.FrenchHolidays;
import fr.halle.shared.model.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a shop is open (M68): the hours of every week, several ranges a day, and the dates that differ. Public holidays are closed
 * unless a date says otherwise.
 *
 * @param weekly the ranges of each weekday; a day without ranges is closed
 * @param exceptions the ranges of one date, in place of the week's: none closes it, even when it is a holiday's opening
 */
public record OpeningHours(
        Map<DayOfWeek, List<TimeRange>> weekly, Map<LocalDate, List<TimeRange>> exceptions, Region region) {

    /**
     * One date's hours.
     *
     * @param closed why there are none, absent when it is open
     * @param reasonKey the key of the words that say more, such as {@code holiday.ASCENSION} or {@code closed.MONDAY}
     */
    public record Day(
            List<TimeRange> ranges,
            @Nullable GapReason closed,
            @Nullable String reasonKey) {}

    public OpeningHours {
        weekly = sorted(weekly);
        exceptions = sorted(exceptions);
    }

    /** @param date as read in Paris */
    public Day on(LocalDate date) {
        List<TimeRange> exception = exceptions.get(date);
        if (exception != null) {
            return exception.isEmpty()
                    ? new Day(List.of(), GapReason.CLOSED_EXCEPTION, null)
                    : new Day(exception, null, null);
        }
        FrenchHoliday holiday = FrenchHolidays.on(date, region).orElse(null);
        if (holiday != null) {
            return new Day(List.of(), GapReason.HOLIDAY, holiday.key());
        }
        List<TimeRange> ranges = weekly.getOrDefault(date.getDayOfWeek(), List.of());
        return ranges.isEmpty()
                ? new Day(List.of(), GapReason.CLOSED, "closed." + date.getDayOfWeek())
                : new Day(ranges, null, null);
    }

    private static <K> Map<K, List<TimeRange>> sorted(Map<K, List<TimeRange>> days) {
        return days.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> disjoint(day.getValue())));
    }

    private static List<TimeRange> disjoint(List<TimeRange> ranges) {
        List<TimeRange> sorted = ranges.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw new IllegalArgumentException("Opening hours overlap: " + sorted);
            }
        }
        return sorted;
    }
}
