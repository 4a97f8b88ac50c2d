package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own calendars against jollyday's, 2020 to 2040 (M64, M68, K2). */
class FrenchHolidaysTest {

    static IntStream years() {
        return IntStream.rangeClosed(2020, 2040);
    }

    @ParameterizedTest
    @MethodSource("years")
    void franceKeepsTheElevenOfTheLabourCode(int year) {
        assertThat(FrenchHolidays.of(year, Region.FRANCE).keySet())
                .containsExactlyElementsOf(jollyday(HolidayCalendar.FRANCE, year));
    }

    @ParameterizedTest
    @MethodSource("years")
    void alsaceAndMoselleKeepTwoMore(int year) {
        for (String department : new String[] {"57", "67", "68"}) {
            assertThat(FrenchHolidays.of(year, Region.ALSACE_MOSELLE).keySet())
                    .containsExactlyElementsOf(jollyday(HolidayCalendar.FRANCE, year, department));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-05-08", "2020-05-21", "2026-07-14", "2026-11-11"})
    void theDaysOfTheDocumentsAreHolidays(String day) {
        assertThat(FrenchHolidays.on(LocalDate.parse(day), Region.FRANCE)).isPresent();
    }

    @Test
    void ascensionOnTheFirstOfMayIsOneHoliday() {
        LocalDate both = LocalDate.of(2008, 5, 1);
        assertThat(FrenchHoliday.ASCENSION.in(2008)).isEqualTo(both);
        assertThat(FrenchHolidays.on(both, Region.FRANCE)).contains(FrenchHoliday.LABOUR_DAY);
        assertThat(FrenchHolidays.of(2008, Region.FRANCE)).hasSize(10);
    }

    @Test
    void goodFridayIsWorkedInFranceButInAlsaceAndMoselle() {
        LocalDate goodFriday = LocalDate.of(2026, 4, 3);
        assertThat(FrenchHolidays.on(goodFriday, Region.FRANCE)).isEmpty();
        assertThat(FrenchHolidays.on(goodFriday, Region.ALSACE_MOSELLE)).contains(FrenchHoliday.GOOD_FRIDAY);
    }

    private static Set<LocalDate> jollyday(HolidayCalendar calendar, int year, String... within) {
        return HolidayManager.getInstance(ManagerParameters.create(calendar))
                .getHolidays(Year.of(year), within)
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
