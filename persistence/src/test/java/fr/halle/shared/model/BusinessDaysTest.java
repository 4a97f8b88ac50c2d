package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** « 10 jours ouvrés » (M64, K2). */
class BusinessDaysTest {

    @Test
    void tenBusinessDaysStepOverWeekEndsAndTheHolidaysOfMay() {
        assertThat(BusinessDays.plus(LocalDate.of(2020, 5, 7), 10, Region.FRANCE))
                .isEqualTo(LocalDate.of(2020, 5, 25));
        assertThat(BusinessDays.plus(LocalDate.of(2026, 11, 21), 10, Region.FRANCE))
                .isEqualTo(LocalDate.of(2026, 12, 4));
    }

    @Test
    void alsaceAndMoselleWaitLongerAtEaster() {
        LocalDate thursday = LocalDate.of(2026, 4, 2);
        assertThat(BusinessDays.plus(thursday, 1, Region.FRANCE)).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(BusinessDays.plus(thursday, 1, Region.ALSACE_MOSELLE)).isEqualTo(LocalDate.of(2026, 4, 7));
    }

    @Test
    void noDaysIsTheDayItselfOrTheNextThatIsWorked() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertThat(BusinessDays.plus(friday, 0, Region.FRANCE)).isEqualTo(friday);
        assertThat(BusinessDays.plus(friday.plusDays(1), 0, Region.FRANCE)).isEqualTo(friday.plusDays(3));
        assertThatIllegalArgumentException().isThrownBy(() -> BusinessDays.plus(friday, -1, Region.FRANCE));
    }

    @Test
    void agreesWithAWalkDayByDay() {
        Seeded.forAll(1_000, random -> {
            LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(7_000));
            int days = random.nextInt(40);
            Region region = Region.values()[random.nextInt(2)];

            LocalDate to = BusinessDays.plus(from, days, region);

            assertThat(isWorked(to, region)).as("%s is worked", to).isTrue();
            long walked = from.plusDays(1)
                    .datesUntil(to.plusDays(1))
                    .filter(day -> isWorked(day, region))
                    .count();
            assertThat(walked).as("from %s to %s", from, to).isEqualTo(days == 0 && !to.equals(from) ? 1 : days);
        });
    }

    private static boolean isWorked(LocalDate day, Region region) {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
                && !FrenchHolidays.of(day.getYear(), region).containsKey(day);
    }
}
