package fr.halle.merchant.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.model.TimeRange;
import fr.halle.shared.model.Region;
import fr.halle.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** O18: hours count where the shop is open; Tuesday to Saturday, nine to noon and two to six, until Christmas Eve at four. */
class TimeIsCountedAsAShopDoesTest {

    private static final OpeningHours SHOP = new OpeningHours(
            week(List.of(TimeRange.of("09:00", "12:00"), TimeRange.of("14:00", "18:00"))),
            Map.of(
                    LocalDate.parse("2026-12-24"), List.of(TimeRange.of("09:00", "16:00")),
                    LocalDate.parse("2026-12-26"), List.of()),
            Region.FRANCE);

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:00, 120, 2026-11-21T12:00",
        "2026-11-21T10:00, 121, 2026-11-21T14:01",
        "2026-11-21T17:00, 120, 2026-11-24T10:00", // Saturday evening; Sunday and Monday closed
        "2026-11-22T03:00, 60, 2026-11-24T10:00",
        "2026-11-21T18:00, 60, 2026-11-24T10:00",
        "2026-12-24T15:00, 120, 2026-12-29T10:00", // Christmas, a closed Saturday, Sunday, Monday
        "2026-11-21T10:00, 1440, 2026-11-26T15:00" // six hours on Saturday, seven on Tuesday, on Wednesday, four on
        // Thursday
    })
    void afterSoManyMinutes(String from, int minutes, String then) {
        assertThat(OpenTime.after(SHOP, TestClock.instantOf(from), Duration.ofMinutes(minutes)))
                .isEqualTo(TestClock.instantOf(then));
    }

    @Test
    void aShopWithoutHoursCountsFromEightToEight() {
        OpeningHours untold = new OpeningHours(Map.of(), Map.of(), Region.FRANCE);
        assertThat(OpenTime.after(untold, TestClock.instantOf("2026-11-21T19:00"), Duration.ofHours(2)))
                .isEqualTo(TestClock.instantOf("2026-11-22T09:00"));
    }

    @Test
    void hoursAreElapsedHoursInTheNightsThatTheClockChanges() {
        OpeningHours night = new OpeningHours(week(List.of(TimeRange.of("00:00", "06:00"))), Map.of(), Region.FRANCE);
        assertThat(OpenTime.after(night, TestClock.instantOf("2026-10-25T00:00"), Duration.ofHours(4)))
                .as("two o’clock comes twice")
                .isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
        assertThat(OpenTime.after(night, TestClock.instantOf("2027-03-28T00:00"), Duration.ofHours(4)))
                .as("two o’clock does not come")
                .isEqualTo(Instant.parse("2027-03-28T03:00:00Z"));
    }

    @Test
    void aShopThatNeverOpensIsNotWaitedForLongerThanAYear() {
        OpeningHours shut = new OpeningHours(Map.of(), Map.of(LocalDate.parse("2026-11-21"), List.of()), Region.FRANCE);
        assertThat(OpenTime.after(shut, TestClock.instantOf("2026-11-21T10:00"), Duration.ofHours(1)))
                .isEqualTo(TestClock.instantOf("2027-11-22T00:00"));
    }

    private static Map<DayOfWeek, List<TimeRange>> week(List<TimeRange> ranges) {
        Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (ranges.size() == 1 || day.getValue() >= 2 && day.getValue() <= 6) {
                week.put(day, ranges);
            }
        }
        return week;
    }
}
