package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.MonthOfParts.Day;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M22–M24, K30: the month of the source document, January 2021, and what could be counted wrongly in it. */
class AMerchantReadsItsCalendarTest {

    private static final YearMonth JANUARY = YearMonth.of(2021, 1);

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long tea = shop.product(ProductKind.GOODS, "Thé de Noël", 100, 2000);
    private final long vintner = shop.merchant("Caves Aubry");
    private final long cellar = shop.shop(vintner, "Caves Aubry");
    private final long wine = shop.product(cellar, ProductKind.GOODS, "Muscadet", 1200, 2000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final Actor aubry = Actor.merchant(TestIds.id(), "Paul Aubry", vintner);

    @Test
    void readsTheMonthOfTheDocumentAsItIsPrinted() {
        sell("2020-12-30T10:00", 100);
        sell("2021-01-18T10:00", 100);
        sell("2021-01-19T10:00", 100);
        sell("2021-01-27T10:00", 0);
        MonthOfParts month = month(maud, JANUARY);
        assertThat(month.weeks())
                .as("M22: Monday first, 28/12 to 31/01")
                .hasSize(5)
                .allSatisfy(week -> {
                    assertThat(week).hasSize(7);
                    assertThat(week.get(0).date().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
                });
        assertThat(month.weeks().get(0).get(0).date()).isEqualTo("2020-12-28");
        assertThat(month.weeks().get(4).get(6).date()).isEqualTo("2021-01-31");
        assertThat(figures(month, "2020-12-30")).as("M23: a neighbour is shown").isEqualTo("1 / 100 out");
        assertThat(figures(month, "2021-01-18")).isEqualTo("1 / 100");
        assertThat(figures(month, "2021-01-27")).as("M24, K30").isEqualTo("1 / 0");
        assertThat(day(month, "2021-01-27").isEmpty())
                .as("nothing to pay is not nothing")
                .isFalse();
        assertThat(day(month, "2021-01-20").isEmpty()).isTrue();
        assertThat(month.cents()).as("M23, K30: and not summed").isEqualTo(200);
        assertThat(month.parts()).isEqualTo(3);
        assertThat(month(maud, YearMonth.of(2020, 12)).cents())
                .as("in its own month it is")
                .isEqualTo(100);
    }

    @Test
    void keepsACancelledOrderInItsDayForNothing() {
        order("2021-01-05T10:00").part(shop.merchantId, shop.shopId, tea, 700, MerchantOrderState.CANCELLED, null);
        sell("2021-01-05T11:00", 100);
        assertThat(figures(month(maud, JANUARY), "2021-01-05")).as("M24").isEqualTo("2 / 100");
    }

    @Test
    void givesANightOrderToTheDayItWasInParis() {
        sell(Instant.parse("2021-03-31T21:59:59Z"), 1);
        sell(Instant.parse("2021-03-31T23:30:00Z"), 10);
        sell(Instant.parse("2021-03-28T00:59:59Z"), 100);
        sell(Instant.parse("2021-03-28T22:00:00Z"), 1_000);
        sell(Instant.parse("2021-03-27T23:00:00Z"), 10_000);
        MonthOfParts march = month(maud, YearMonth.of(2021, 3));
        assertThat(figures(march, "2021-03-31")).as("summer time, 23:59:59").isEqualTo("1 / 1");
        assertThat(figures(march, "2021-04-01"))
                .as("23:30 UTC is 01:30 in Paris")
                .isEqualTo("1 / 10 out");
        assertThat(figures(march, "2021-03-28"))
                .as("the day of 23 hours begins at 23:00 UTC and ends at 22:00 UTC")
                .isEqualTo("2 / 10100");
        assertThat(figures(march, "2021-03-29")).isEqualTo("1 / 1000");
        assertThat(march.cents()).isEqualTo(11_101);
        assertThat(month(maud, YearMonth.of(2021, 4)).cents()).isEqualTo(10);
    }

    @Test
    void givesTheLongDayOfAutumnItsTwentyFiveHours() {
        sell(Instant.parse("2021-10-30T22:00:00Z"), 1);
        sell(Instant.parse("2021-10-31T22:59:59Z"), 10);
        sell(Instant.parse("2021-10-31T23:00:00Z"), 100);
        MonthOfParts october = month(maud, YearMonth.of(2021, 10));
        assertThat(figures(october, "2021-10-31")).isEqualTo("2 / 11");
        assertThat(october.cents()).isEqualTo(11);
        assertThat(month(maud, YearMonth.of(2021, 11)).cents()).isEqualTo(100);
    }

    @Test
    void countsByTheDayOfTheServiceToo() {
        PlacedOrder.Part part = sell("2021-01-05T10:00", 100);
        serve(part, "2021-02-13");
        assertThat(desk.calendar.month(maud, JANUARY, DayAxis.SERVED).parts()).isZero();
        MonthOfParts february = desk.calendar.month(maud, YearMonth.of(2021, 2), DayAxis.SERVED);
        assertThat(figures(february, "2021-02-13")).isEqualTo("1 / 100");
        assertThat(month(maud, YearMonth.of(2021, 2)).parts())
                .as("it was not ordered then")
                .isZero();
        assertThat(february.weeks())
                .as("1 to 28 February 2021 are four whole weeks")
                .hasSize(4);
    }

    @Test
    void opensTheListOfADayWithExactlyWhatTheDayCounts() {
        PlacedOrder.Part late = sell(Instant.parse("2021-03-31T23:30:00Z"), 10);
        PlacedOrder.Part before = sell(Instant.parse("2021-03-31T21:30:00Z"), 10);
        serve(late, "2021-05-01");
        serve(before, "2021-05-02");
        assertThat(list(maud, "2021-04-01", DayAxis.ORDERED)).containsExactly(late.number());
        assertThat(list(maud, "2021-03-31", DayAxis.ORDERED)).containsExactly(before.number());
        assertThat(list(maud, "2021-05-01", DayAxis.SERVED)).containsExactly(late.number());
        assertThat(list(maud, "2021-05-01", DayAxis.ORDERED)).isEmpty();
        assertThat(list(aubry, "2021-05-01", DayAxis.SERVED)).as("K28").isEmpty();
    }

    @Test
    void neverCountsAnotherMerchantsParts() {
        PlacedOrder order = order("2021-01-18T10:00");
        order.part(shop.merchantId, shop.shopId, tea, 100);
        order.part(vintner, cellar, wine, 1_200);
        TestShop elsewhere = TestShop.in(Preset.TOWN_PICKUP);
        long bread = elsewhere.product(ProductKind.GOODS, "Pain", 100, 550);
        PlacedOrder.of(elsewhere, "TOWN_PICKUP", "", TestClock.instantOf("2021-01-18T10:00"))
                .part(elsewhere.merchantId, elsewhere.shopId, bread, 50_000);
        assertThat(figures(month(maud, JANUARY), "2021-01-18")).as("K28").isEqualTo("1 / 100");
        assertThat(figures(month(aubry, JANUARY), "2021-01-18")).isEqualTo("1 / 1200");
        Actor ana = Actor.operator(shop.operator(shop.portalId), "Ana");
        for (DayAxis axis : DayAxis.values()) {
            assertThat(figures(desk.calendar.month(ana, JANUARY, axis), "2021-01-18"))
                    .as("the operator's own portal, by %s", axis)
                    .isEqualTo("2 / 1300");
        }
        assertThatThrownBy(() -> month(Actor.customer(TestIds.id(), "Camille"), JANUARY))
                .isInstanceOf(PartUnknown.class);
    }

    private MonthOfParts month(Actor actor, YearMonth month) {
        return desk.calendar.month(actor, month, DayAxis.ORDERED);
    }

    private List<String> list(Actor actor, String day, DayAxis axis) {
        LocalDate date = LocalDate.parse(day);
        PartFilter filter = new PartFilter(List.of(), "", null, date, date, axis);
        return desk.orders.list(actor, filter, null, 25).rows().stream()
                .map(PartRow::number)
                .toList();
    }

    private PlacedOrder order(String inParis) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf(inParis));
    }

    private PlacedOrder.Part sell(String inParis, long cents) {
        return sell(TestClock.instantOf(inParis), cents);
    }

    private PlacedOrder.Part sell(Instant at, long cents) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", at).part(shop.merchantId, shop.shopId, tea, cents);
    }

    private void serve(PlacedOrder.Part part, String day) {
        desk.sql.update("update merchant_order set service_date = ? where id = ?", LocalDate.parse(day), part.id());
    }

    private static Day day(MonthOfParts month, String date) {
        return month.weeks().stream()
                .flatMap(List::stream)
                .filter(day -> day.date().toString().equals(date))
                .findFirst()
                .orElseThrow();
    }

    private static String figures(MonthOfParts month, String date) {
        Day day = day(month, date);
        return day.parts() + " / " + day.cents() + (day.inMonth() ? "" : " out");
    }
}
