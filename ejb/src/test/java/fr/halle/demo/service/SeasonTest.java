package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int SIX_WEEKS = 42;

    @Test
    void onAnyDayOfTwoYearsThereIsEnoughToBook() {
        FIRST.datesUntil(FIRST.plusYears(2)).forEach(today -> {
            for (Season season : Season.values()) {
                List<LocalDate> days = season.daysAfter(today);
                assertThat(days)
                        .as("%s on %s", season, today)
                        .hasSizeGreaterThanOrEqualTo(SIX_WEEKS)
                        .doesNotHaveDuplicates();
                assertThat(days).isSorted().allMatch(day -> day.isAfter(today));
            }
        });
    }

    @Test
    void theYearIsTheNextTwelveWeeks() {
        assertThat(Season.YEAR.daysAfter(LocalDate.of(2026, 11, 21)))
                .hasSize(84)
                .startsWith(LocalDate.of(2026, 11, 22))
                .endsWith(LocalDate.of(2027, 2, 13));
    }

    @Test
    void inNovemberTheWholeWinterIsAhead() {
        assertThat(Season.SKI.daysAfter(LocalDate.of(2026, 11, 21)))
                .startsWith(LocalDate.of(2026, 12, 1))
                .endsWith(LocalDate.of(2027, 4, 30));
    }

    @Test
    void inFebruaryTheRestOfTheWinterIsSold() {
        assertThat(Season.SKI.daysAfter(LocalDate.of(2027, 2, 10)))
                .startsWith(LocalDate.of(2027, 2, 11))
                .endsWith(LocalDate.of(2027, 4, 30));
    }

    @Test
    void atTheEndOfAprilTheNextWinterIsOpen() {
        assertThat(Season.SKI.daysAfter(LocalDate.of(2027, 4, 20)))
                .contains(LocalDate.of(2027, 4, 21), LocalDate.of(2028, 3, 1))
                .endsWith(LocalDate.of(2028, 4, 30));
    }

    @Test
    void noSkiingInSummerAndNoSailingInWinter() {
        FIRST.datesUntil(FIRST.plusYears(1)).forEach(today -> {
            assertThat(Season.SKI.daysAfter(today)).noneMatch(day -> day.getMonth() == Month.JULY);
            assertThat(Season.SEA.daysAfter(today)).noneMatch(day -> day.getMonth() == Month.JANUARY);
        });
    }
}
