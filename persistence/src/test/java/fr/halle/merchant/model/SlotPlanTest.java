package fr.halle.merchant.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.shared.model.Region;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** « un créneau à partir de H+2, pendant les horaires d'ouverture » (C09, C11, C12), and the look of panier.html. */
class SlotPlanTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FRIDAY_8_MAY = LocalDate.of(2020, 5, 8);
    private static final TimeRange MORNING = TimeRange.of("09:00", "12:00");
    private static final TimeRange AFTERNOON = TimeRange.of("15:30", "18:00");

    private static Map<DayOfWeek, List<TimeRange>> fishmongersWeek() {
        Map<DayOfWeek, List<TimeRange>> week = new EnumMap<>(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).forEach(day -> week.put(day, List.of(MORNING, AFTERNOON)));
        week.put(DayOfWeek.SUNDAY, List.of(MORNING));
        week.remove(DayOfWeek.MONDAY);
        return week;
    }

    private static OpeningHours fishmonger(Map<LocalDate, List<TimeRange>> exceptions) {
        return new OpeningHours(fishmongersWeek(), exceptions, Region.FRANCE);
    }

    private static ZonedDateTime paris(String time) {
        return LocalDateTime.parse(time).atZone(PARIS);
    }

    private static Slot slot(String start) {
        return Slot.at(LocalDateTime.parse(start));
    }

    @Test
    void theOrderOfTheHolidayIsReadyAtHalfPastThreeIfTheShopOpens() {
        OpeningHours open = fishmonger(Map.of(FRIDAY_8_MAY, List.of(TimeRange.of("09:00", "18:00"))));
        List<SlotDay> days = SlotPlan.days(paris("2020-05-08T13:24"), 120, 4, open, Map.of(), 4);
        assertThat(days.get(0).free().get(0)).as("H+2 = 15:24").isEqualTo(slot("2020-05-08T15:30"));
    }

    @Test
    void theOrderOfTheHolidayWaitsForTheNextOpeningElse() {
        List<SlotDay> days = SlotPlan.days(paris("2020-05-08T13:24"), 120, 4, fishmonger(Map.of()), Map.of(), 4);
        assertThat(days.get(0).free()).isEmpty();
        SlotDay.Item holiday = days.get(0).items().get(0);
        assertThat(days.get(0).items()).hasSize(1);
        assertThat(holiday.gap()).isEqualTo(GapReason.HOLIDAY);
        assertThat(holiday.detailKey()).isEqualTo("holiday.VICTORY_DAY");
        assertThat(days.get(1).free().get(0)).isEqualTo(slot("2020-05-09T09:00"));
        assertThat(days.get(3).items()).singleElement().satisfies(monday -> {
            assertThat(monday.gap()).isEqualTo(GapReason.CLOSED);
            assertThat(monday.detailKey()).isEqualTo("closed.MONDAY");
        });
    }

    @Test
    void aWeekReadsAsTheBasketShowsIt() {
        Map<LocalDateTime, Integer> taken = Map.of(LocalDateTime.parse("2026-05-15T09:30"), 4);
        List<SlotDay> days = SlotPlan.days(paris("2026-05-13T08:40"), 390, 7, fishmonger(Map.of()), taken, 4);

        assertThat(drawn(days.get(0)))
                .containsExactly("TOO_EARLY×6", "BREAK×1", "15:30", "16:00", "16:30", "17:00", "17:30");
        assertThat(drawn(days.get(1))).as("Ascension").containsExactly("HOLIDAY×12");
        assertThat(drawn(days.get(2)))
                .containsExactly(
                        "09:00", "FULL×1", "10:00", "10:30", "11:00", "11:30", "BREAK×1", "15:30", "16:00", "16:30",
                        "17:00", "17:30");
        assertThat(drawn(days.get(4)))
                .as("dimanche, fermé l'après-midi")
                .containsExactly("09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "CLOSED×6");
        assertThat(days.get(4).items().get(6).detailKey()).isEqualTo("closed.AFTERNOON");
        assertThat(drawn(days.get(5))).as("lundi").containsExactly("CLOSED×12");
    }

    @Test
    void whatHasBegunIsPastAndWhatIsTooSoonIsTooEarly() {
        SlotDay today = SlotPlan.days(paris("2020-05-09T10:31"), 60, 1, fishmonger(Map.of()), Map.of(), 4)
                .get(0);
        assertThat(drawn(today).subList(0, 3)).containsExactly("PAST×4", "TOO_EARLY×2", "BREAK×1");
        assertThat(today.free().get(0)).isEqualTo(slot("2020-05-09T15:30"));
    }

    @Test
    void aSlotThatBeginsExactlyWhenTheShopIsReadyIsOffered() {
        SlotDay today = SlotPlan.days(paris("2020-05-09T07:00"), 120, 1, fishmonger(Map.of()), Map.of(), 4)
                .get(0);
        assertThat(today.free().get(0)).isEqualTo(slot("2020-05-09T09:00"));
    }

    @Test
    void anExceptionalClosingGivesTheMerchantsWords() {
        LocalDate saturday = LocalDate.of(2020, 5, 9);
        OpeningHours closed = new OpeningHours(
                fishmongersWeek(), Map.of(saturday, List.of()), Map.of(saturday, "Inventaire"), Region.FRANCE);
        SlotDay.Item item = SlotPlan.days(paris("2020-05-09T07:00"), 120, 2, closed, Map.of(), 4)
                .get(0)
                .items()
                .get(0);
        assertThat(item.gap()).isEqualTo(GapReason.CLOSED_EXCEPTION);
        assertThat(item.detail()).isEqualTo("Inventaire");
    }

    @Test
    void aShopThatOpensLaterThanOnOtherDaysSaysSo() {
        LocalDate saturday = LocalDate.of(2020, 5, 9);
        SlotDay day = SlotPlan.days(
                        paris("2020-05-09T07:00"),
                        120,
                        2,
                        fishmonger(Map.of(saturday, List.of(AFTERNOON))),
                        Map.of(),
                        4)
                .get(0);
        assertThat(day.items().get(0).gap()).isEqualTo(GapReason.CLOSED);
        assertThat(day.items().get(0).detailKey()).isEqualTo("closed.MORNING");
        assertThat(day.free()).hasSize(5);
    }

    @Test
    void aShopWithoutHoursIsClosedEveryDay() {
        OpeningHours none = new OpeningHours(Map.of(), Map.of(), Region.FRANCE);
        assertThat(SlotPlan.days(paris("2020-05-09T07:00"), 120, 7, none, Map.of(), 4))
                .hasSize(7)
                .allSatisfy(day -> assertThat(day.items()).singleElement().matches(item -> !item.isFree()));
    }

    @Test
    void theLastWordAtCheckoutNamesTheReason() {
        ZonedDateTime now = paris("2020-05-09T10:31");
        Map<LocalDateTime, Integer> taken = Map.of(LocalDateTime.parse("2020-05-09T16:00"), 4);
        OpeningHours hours = fishmonger(Map.of());
        assertThat(SlotPlan.refusal(slot("2020-05-09T15:30"), now, 120, hours, taken, 4))
                .isEmpty();
        assertThat(SlotPlan.refusal(slot("2020-05-09T16:00"), now, 120, hours, taken, 4))
                .contains(GapReason.FULL);
        assertThat(SlotPlan.refusal(slot("2020-05-09T10:30"), now, 120, hours, taken, 4))
                .contains(GapReason.PAST);
        assertThat(SlotPlan.refusal(slot("2020-05-09T11:00"), now, 120, hours, taken, 4))
                .contains(GapReason.TOO_EARLY);
        assertThat(SlotPlan.refusal(slot("2020-05-09T12:00"), now, 120, hours, taken, 4))
                .contains(GapReason.CLOSED);
        assertThat(SlotPlan.refusal(slot("2020-05-21T10:00"), now, 120, hours, taken, 4))
                .contains(GapReason.HOLIDAY);
        assertThat(SlotPlan.refusal(slot("2020-05-10T17:00"), now, 120, hours, taken, 4))
                .contains(GapReason.CLOSED);
    }

    @Test
    void hoursThatAreNotOnTheHalfHourLoseWhatDoesNotFillASlot() {
        LocalDate saturday = LocalDate.of(2020, 5, 9);
        OpeningHours odd = fishmonger(Map.of(saturday, List.of(TimeRange.of("09:10", "10:50"))));
        assertThat(SlotPlan.days(paris("2020-05-09T07:00"), 0, 1, odd, Map.of(), 4)
                        .get(0)
                        .free())
                .containsExactly(slot("2020-05-09T09:30"), slot("2020-05-09T10:00"));
    }

    private static List<String> drawn(SlotDay day) {
        return day.items().stream().map(SlotPlanTest::drawn).toList();
    }

    private static String drawn(SlotDay.Item item) {
        LocalTime start = item.start();
        return item.isFree() ? start.toString() : item.gap() + "×" + item.rows();
    }
}
