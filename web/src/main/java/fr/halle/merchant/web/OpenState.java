package fr.halle.merchant.web;

import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.model.TimeRange;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a shop is open at a moment and when that changes.
 *
 * @param today the hours of the moment's date
 * @param until when an open shop closes
 * @param pause whether a closed one was open earlier today and opens again today
 * @param nextDay when a closed one opens again, null where nothing is planned within two months
 */
record OpenState(
        OpeningHours.Day today,
        @Nullable LocalTime until,
        boolean pause,
        @Nullable LocalDate nextDay,
        @Nullable LocalTime nextTime) {

    private static final int FARTHEST_DAYS = 60;

    /** @param now in Paris */
    static OpenState at(OpeningHours hours, ZonedDateTime now) {
        LocalDate date = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        OpeningHours.Day today = hours.on(date);
        for (TimeRange range : today.ranges()) {
            if (!time.isBefore(range.start()) && time.isBefore(range.end())) {
                return new OpenState(today, range.end(), false, null, null);
            }
        }
        for (TimeRange range : today.ranges()) {
            if (time.isBefore(range.start())) {
                boolean wasOpen = today.ranges().get(0).start().isBefore(time);
                return new OpenState(today, null, wasOpen, date, range.start());
            }
        }
        for (int days = 1; days <= FARTHEST_DAYS; days++) {
            List<TimeRange> ranges = hours.on(date.plusDays(days)).ranges();
            if (!ranges.isEmpty()) {
                return new OpenState(
                        today, null, false, date.plusDays(days), ranges.get(0).start());
            }
        }
        return new OpenState(today, null, false, null, null);
    }

    boolean isOpen() {
        return until != null;
    }

    /** Closed all day, for another reason than that it is so every week. */
    boolean isUnusual() {
        return today.closed() == GapReason.HOLIDAY || today.closed() == GapReason.CLOSED_EXCEPTION;
    }
}
