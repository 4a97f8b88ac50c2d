package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.WeekToPrepare.Day;
import fr.halle.order.service.WeekToPrepare.Slot;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sheets that are printed: what is still to be prepared in a week (M37, M38), and the round of a day's deliveries. */
class AMerchantPreparesItsWeekTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 19);

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long bass = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final long vintner = shop.merchant("Caves Aubry");
    private final long cellar = shop.shop(vintner, "Caves Aubry");
    private final long wine = shop.product(cellar, ProductKind.GOODS, "Muscadet", 1200, 2000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);

    @Test
    void findsItByDayAndBySlot() {
        PlacedOrder.Part noon = part("2026-11-17", MerchantOrderState.RECORDED, "2026-11-17T12:00");
        PlacedOrder.Part morning = part("2026-11-17", MerchantOrderState.PROCESSING, "2026-11-17T10:30");
        PlacedOrder.Part alsoNoon = part("2026-11-17", MerchantOrderState.CONFIRMING, "2026-11-17T12:00");
        PlacedOrder.Part anyHour = part("2026-11-17", MerchantOrderState.RECORDED, null);
        PlacedOrder.Part sunday = part("2026-11-22", MerchantOrderState.RECORDED, "2026-11-22T09:00");
        part("2026-11-15", MerchantOrderState.RECORDED, null);
        part("2026-11-23", MerchantOrderState.RECORDED, null);
        WeekToPrepare week = desk.preparation.week(maud, THURSDAY);
        assertThat(week.monday()).isEqualTo("2026-11-16");
        assertThat(week.days()).hasSize(7);
        assertThat(week.cut()).isFalse();
        Day tuesday = week.days().get(1);
        assertThat(tuesday.slots())
                .extracting(Slot::start)
                .containsExactly(
                        TestClock.instantOf("2026-11-17T10:30"), TestClock.instantOf("2026-11-17T12:00"), null);
        assertThat(numbers(tuesday))
                .containsExactly(morning.number(), noon.number(), alsoNoon.number(), anyHour.number());
        assertThat(tuesday.parts()).isEqualTo(4);
        assertThat(numbers(week.days().get(6))).containsExactly(sunday.number());
        assertThat(week.days().stream().mapToInt(Day::parts).sum())
                .as("not the Sunday before, nor the Monday after")
                .isEqualTo(5);
        assertThat(tuesday.slots().get(0).parts().get(0).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.name()).isEqualTo("Bar sauvage"));
    }

    @Test
    void leavesOutWhatIsPreparedOverOrCancelled() {
        for (MerchantOrderState state : MerchantOrderState.values()) {
            part("2026-11-19", state, null);
        }
        assertThat(desk.preparation.week(maud, THURSDAY).days().get(3).slots())
                .flatExtracting(Slot::parts)
                .extracting(PartRow::state)
                .containsExactly(
                        MerchantOrderState.RECORDED, MerchantOrderState.CONFIRMING, MerchantOrderState.PROCESSING);
    }

    @Test
    void leavesOutALineThatWasCancelledByItself() {
        PlacedOrder.Part part = part("2026-11-19", MerchantOrderState.RECORDED, null);
        desk.sql.update("update order_line set state = 'CANCELLED' where id = ?", part.lineId());
        assertThat(desk.preparation.week(maud, THURSDAY).days().get(3).slots())
                .flatExtracting(Slot::parts)
                .singleElement()
                .satisfies(row -> assertThat(row.lines()).isEmpty());
    }

    @Test
    void bringsADaysDeliveriesAlongTheWayPreparedOrNot() {
        PlacedOrder.Part far = delivery("2026-11-19", MerchantOrderState.READY, "2 rue Basse", "14400");
        PlacedOrder.Part near = delivery("2026-11-19", MerchantOrderState.RECORDED, "9 rue Haute", "14390");
        delivery("2026-11-19", MerchantOrderState.COMPLETED, "1 rue Haute", "14390");
        delivery("2026-11-20", MerchantOrderState.READY, "1 rue Haute", "14390");
        part("2026-11-19", MerchantOrderState.RECORDED, "2026-11-19T10:00");
        Round round = desk.preparation.round(maud, THURSDAY);
        assertThat(round.stops())
                .extracting(stop -> stop.part().number())
                .as("neighbours beside each other")
                .containsExactly(near.number(), far.number());
        Round.Stop stop = round.stops().get(0);
        assertThat(stop.street()).isEqualTo("9 rue Haute");
        assertThat(stop.note()).isEqualTo("Sonner deux fois");
        assertThat(stop.part().phone()).as("M45").isEqualTo("0612345678");
        assertThat(stop.part().lines()).hasSize(1);
        assertThat(desk.preparation.week(maud, THURSDAY).days())
                .extracting(Day::deliveries)
                .as("what the week says of its rounds; today's, of Saturday, has what is left")
                .containsExactly(0L, 0L, 0L, 2L, 1L, 3L, 0L);
    }

    /** K20. The clock stands at Saturday. */
    @Test
    void whatWasNotBroughtIsInTodaysRound() {
        PlacedOrder.Part lastMonth = delivery("2026-10-05", MerchantOrderState.READY, "1 rue Haute", "14390");
        PlacedOrder.Part yesterday = delivery("2026-11-20", MerchantOrderState.RECORDED, "2 rue Haute", "14390");
        PlacedOrder.Part today = delivery("2026-11-21", MerchantOrderState.RECORDED, "3 rue Haute", "14390");
        PlacedOrder.Part tomorrow = delivery("2026-11-22", MerchantOrderState.RECORDED, "4 rue Haute", "14390");
        delivery("2026-11-20", MerchantOrderState.COMPLETED, "5 rue Haute", "14390");
        part("2026-11-20", MerchantOrderState.READY, null);
        LocalDate saturday = desk.clock.today();
        Round round = desk.preparation.round(maud, saturday);
        assertThat(round.stops())
                .extracting(stop -> stop.part().number())
                .containsExactly(lastMonth.number(), yesterday.number(), today.number());
        assertThat(round.stops()).extracting(round::isLeft).containsExactly(true, true, false);
        assertThat(desk.preparation.round(maud, saturday.plusDays(1)).stops())
                .extracting(stop -> stop.part().number())
                .containsExactly(tomorrow.number());
        assertThat(desk.preparation.week(maud, saturday).days())
                .extracting(Day::deliveries)
                .containsExactly(0L, 0L, 0L, 0L, 1L, 3L, 1L);
        assertThat(desk.preparation.week(maud, saturday.plusWeeks(1)).days())
                .extracting(Day::deliveries)
                .containsOnly(0L);
        assertThat(numbers(desk.preparation.week(maud, saturday).days().get(5)))
                .as("what is still to be prepared of them is on this week's sheet")
                .containsExactly(today.number());
        PlacedOrder.Part recorded = delivery("2026-11-07", MerchantOrderState.RECORDED, "6 rue Haute", "14390");
        assertThat(numbers(desk.preparation.week(maud, saturday).days().get(5)))
                .containsExactlyInAnyOrder(recorded.number(), today.number());
        assertThat(desk.preparation.week(maud, saturday.plusWeeks(1)).days())
                .allSatisfy(day -> assertThat(numbers(day)).isEmpty());
        assertThat(desk.today.read(maud).today())
                .as("the first page tells of them too, today's first")
                .extracting(PartRow::number)
                .containsExactly(today.number(), yesterday.number(), recorded.number(), lastMonth.number());
    }

    @Test
    void walksAStreetHouseByHouse() {
        for (String street :
                List.of("9 rue Haute", "2, rue Basse", "12 bis rue de l’Église", "10 rue Haute", "rue Basse")) {
            delivery("2026-11-19", MerchantOrderState.READY, street, "14390");
        }
        assertThat(desk.preparation.round(maud, THURSDAY).stops())
                .extracting(Round.Stop::street)
                .containsExactly("rue Basse", "2, rue Basse", "12 bis rue de l’Église", "9 rue Haute", "10 rue Haute");
    }

    @Test
    void neverShowsAnotherMerchantsParts() {
        PlacedOrder order = PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-19T08:00"));
        PlacedOrder.Part fish = order.part(shop.merchantId, shop.shopId, bass, 3_400);
        PlacedOrder.Part bottle = order.part(vintner, cellar, wine, 1_200);
        deliver(fish, "1 rue Haute", "14390");
        deliver(bottle, "1 rue Haute", "14390");
        assertThat(numbers(desk.preparation.week(maud, THURSDAY).days().get(3)))
                .as("K28")
                .containsExactly(fish.number());
        assertThat(desk.preparation.week(maud, THURSDAY).days().get(3).deliveries())
                .isEqualTo(1);
        assertThat(desk.preparation.round(maud, THURSDAY).stops())
                .extracting(stop -> stop.part().number())
                .containsExactly(fish.number());
        Actor ana = Actor.operator(shop.operator(shop.portalId), "Ana");
        assertThat(desk.preparation.round(ana, THURSDAY).stops())
                .as("its portal's operator sees both")
                .hasSize(2);
        Actor other = Actor.operator(shop.operator(TestShop.in(Preset.TOWN_PICKUP).portalId), "Omar");
        assertThat(desk.preparation.round(other, THURSDAY).stops()).isEmpty();
        assertThat(desk.preparation.week(other, THURSDAY).days())
                .allSatisfy(day -> assertThat(day.slots()).isEmpty());
    }

    private PlacedOrder.Part part(String day, MerchantOrderState state, @Nullable String slot) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf(day + "T08:00"))
                .part(
                        shop.merchantId,
                        shop.shopId,
                        bass,
                        3_400,
                        state,
                        slot == null ? null : TestClock.instantOf(slot));
    }

    private PlacedOrder.Part delivery(String day, MerchantOrderState state, String street, String postcode) {
        PlacedOrder.Part part = part(day, state, null);
        deliver(part, street, postcode);
        return part;
    }

    private void deliver(PlacedOrder.Part part, String street, String postcode) {
        desk.sql.update(
                "update merchant_order set mode = 'DELIVERY', street = ?, postcode = ?, city = 'Ville',"
                        + " note = 'Sonner deux fois' where id = ?",
                street,
                postcode,
                part.id());
    }

    private static List<String> numbers(Day day) {
        return day.slots().stream()
                .flatMap(slot -> slot.parts().stream())
                .map(PartRow::number)
                .toList();
    }
}
