package fr.halle.merchant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.halle.shared.model.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** « tenir à jour votre agenda avec les horaires d'ouverture et en prenant en compte les jours fériés » (M68). */
class OpeningHoursTest {

    private static final List<TimeRange> ALL_DAY =
            List.of(TimeRange.of("14:00", "18:00"), TimeRange.of("09:00", "12:00"));
    private static final LocalDate VICTORY_DAY = LocalDate.of(2020, 5, 8);
    private static final LocalDate SATURDAY = LocalDate.of(2020, 5, 9);

    private static OpeningHours hours(Map<LocalDate, List<TimeRange>> exceptions, Map<LocalDate, String> reasons) {
        return new OpeningHours(
                Map.of(DayOfWeek.FRIDAY, ALL_DAY, DayOfWeek.SATURDAY, ALL_DAY), exceptions, reasons, Region.FRANCE);
    }

    @Test
    void areReadInOrderOfTime() {
        assertThat(hours(Map.of(), Map.of()).on(SATURDAY).ranges())
                .containsExactly(TimeRange.of("09:00", "12:00"), TimeRange.of("14:00", "18:00"));
    }

    @Test
    void areClosedOnWeekdaysWithoutRanges() {
        OpeningHours.Day monday = hours(Map.of(), Map.of()).on(LocalDate.of(2020, 5, 11));
        assertThat(monday.closed()).isEqualTo(GapReason.CLOSED);
        assertThat(monday.reasonKey()).isEqualTo("closed.MONDAY");
    }

    @Test
    void areClosedOnAHolidayByItsName() {
        OpeningHours.Day holiday = hours(Map.of(), Map.of()).on(VICTORY_DAY);
        assertThat(holiday.closed()).isEqualTo(GapReason.HOLIDAY);
        assertThat(holiday.reasonKey()).isEqualTo("holiday.VICTORY_DAY");
        assertThat(holiday.ranges()).isEmpty();
    }

    @Test
    void openOnAHolidayWhenADateSaysSo() {
        List<TimeRange> morning = List.of(TimeRange.of("09:00", "12:30"));
        OpeningHours.Day holiday = hours(Map.of(VICTORY_DAY, morning), Map.of()).on(VICTORY_DAY);
        assertThat(holiday.closed()).isNull();
        assertThat(holiday.ranges()).isEqualTo(morning);
    }

    @Test
    void closeOnADateWithTheMerchantsWords() {
        OpeningHours.Day day = hours(Map.of(SATURDAY, List.of()), Map.of(SATURDAY, "Inventaire"))
                .on(SATURDAY);
        assertThat(day.closed()).isEqualTo(GapReason.CLOSED_EXCEPTION);
        assertThat(day.reason()).isEqualTo("Inventaire");
    }

    @Test
    void refuseRangesThatOverlapOrEndBeforeTheyBegin() {
        List<TimeRange> overlapping = List.of(TimeRange.of("09:00", "12:00"), TimeRange.of("11:30", "13:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> hours(Map.of(SATURDAY, overlapping), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of("12:00", "12:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeRange.of("18:00", "09:00"));
    }
}
