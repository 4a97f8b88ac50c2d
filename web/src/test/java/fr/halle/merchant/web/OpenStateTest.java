package fr.halle.merchant.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.model.TimeRange;
import fr.halle.shared.model.Region;
import fr.halle.shared.service.HalleClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** M68, K19: a visitor is told whether the shop is open, and when that changes. */
class OpenStateTest {

    /** Wednesday 13 May 2026; the next day is Ascension. */
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 5, 13);

    private static final OpeningHours HOURS = new OpeningHours(
            Map.of(
                    DayOfWeek.WEDNESDAY,
                    List.of(TimeRange.of("09:00", "12:00"), TimeRange.of("15:30", "18:00")),
                    DayOfWeek.THURSDAY,
                    List.of(TimeRange.of("09:00", "12:00")),
                    DayOfWeek.FRIDAY,
                    List.of(TimeRange.of("09:00", "12:00"))),
            Map.of(),
            Region.FRANCE);

    @Test
    void anOpenShopSaysWhenItCloses() {
        OpenState state = at(WEDNESDAY, "09:00");
        assertThat(state.isOpen()).isTrue();
        assertThat(state.until()).isEqualTo(LocalTime.of(12, 0));
    }

    @Test
    void noonIsThePauseOfAShopThatOpensAgain() {
        OpenState state = at(WEDNESDAY, "12:00");
        assertThat(state.isOpen()).isFalse();
        assertThat(state.pause()).isTrue();
        assertThat(state.nextTime()).isEqualTo(LocalTime.of(15, 30));
    }

    @Test
    void beforeItOpensItIsClosedWithoutAPause() {
        OpenState state = at(WEDNESDAY, "08:59");
        assertThat(state.pause()).isFalse();
        assertThat(state.nextDay()).isEqualTo(WEDNESDAY);
    }

    @Test
    void theEveningBeforeAHolidayPointsPastIt() {
        OpenState state = at(WEDNESDAY, "18:00");
        assertThat(state.nextDay()).isEqualTo(WEDNESDAY.plusDays(2));
        assertThat(state.isUnusual()).isFalse();
        assertThat(at(WEDNESDAY.plusDays(1), "10:00").isUnusual()).isTrue();
    }

    @Test
    void aShopWithoutHoursNeverOpens() {
        OpeningHours never = new OpeningHours(Map.of(), Map.of(), Region.FRANCE);
        OpenState state =
                OpenState.at(never, LocalDateTime.of(2026, 5, 13, 10, 0).atZone(HalleClock.PARIS));
        assertThat(state.isOpen()).isFalse();
        assertThat(state.nextDay()).isNull();
    }

    private static OpenState at(LocalDate day, String time) {
        return OpenState.at(HOURS, day.atTime(LocalTime.parse(time)).atZone(HalleClock.PARIS));
    }
}
