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
 * @param exceptions the ranges of one date, in place of the week's and of a holiday's: none closes it
 * @param reasons what the merchant says of an exception, in the reader's language; a date may have none
 */
public record OpeningHours(
        Map<DayOfWeek, List<TimeRange>> weekly,
        Map<LocalDate, List<TimeRange>> exceptions,
        Map<LocalDate, String> reasons,
        Region region) {

    /**
     * One date's hours.
     *
     * @param closed why there are none, absent when it is open
     * @param reasonKey the key of the words that say more, such as {@code holiday.ASCENSION} or {@code closed.MONDAY}
     * @param reason the merchant's own words, where it gave some
     */
    public record Day(
            List<TimeRange> ranges,
            @Nullable GapReason closed,
            @Nullable String reasonKey,
            @Nullable String reason) {

        static Day open(List<TimeRange> ranges, @Nullable String reason) {
            return new Day(ranges, null, null, reason);
        }

        static Day shut(GapReason why, @Nullable String reasonKey, @Nullable String reason) {
            return new Day(List.of(), why, reasonKey, reason);
        }
    }

    public OpeningHours {
        weekly = sorted(weekly);
        exceptions = sorted(exceptions);
        reasons = Map.copyOf(reasons);
    }

    public OpeningHours(
            Map<DayOfWeek, List<TimeRange>> weekly, Map<LocalDate, List<TimeRange>> exceptions, Region region) {
        this(weekly, exceptions, Map.of(), region);
    }

    /** @param date as read in Paris */
    public Day on(LocalDate date) {
        List<TimeRange> exception = exceptions.get(date);
        if (exception != null) {
            return exception.isEmpty()
                    ? Day.shut(GapReason.CLOSED_EXCEPTION, null, reasons.get(date))
                    : Day.open(exception, reasons.get(date));
        }
        FrenchHoliday holiday = FrenchHolidays.on(date, region).orElse(null);
        if (holiday != null) {
            return Day.shut(GapReason.HOLIDAY, holiday.key(), null);
        }
        List<TimeRange> ranges = weekly.getOrDefault(date.getDayOfWeek(), List.of());
        return ranges.isEmpty()
                ? Day.shut(GapReason.CLOSED, "closed." + date.getDayOfWeek(), null)
                : Day.open(ranges, null);
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
