package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** K9, K30, M22–M27: what is shown everywhere of a part whose lines were cancelled is what stands; what was ordered never changes. */
class LessStandsThanWasOrderedTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    private final long lesson = shop.product(ProductKind.ACTIVITY, "Parapente", 9_000, 2000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final PlacedOrder order = PlacedOrder.of(shop, "MOUNTAIN", "", TestClock.instantOf("2026-11-21T09:00"));
    private final PlacedOrder.Part part = order.part(shop.merchantId, shop.shopId, lesson, 9_000);
    private final PlacedOrder.Line second = order.line(part, lesson, 8_000, 0);
    private final PlacedOrder.Line third = order.line(part, lesson, 50_000, 0);

    @Test
    void theListTheCalendarAndTheCustomersTotalAgree() {
        stands(67_000);
        cancel(second.id());
        stands(59_000);
        cancel(part.lineId(), third.id());
        stands(0);
    }

    /** C15, C16: the day to come for, the sum and the reason on the customer's page are those of what is left. */
    @Test
    void theCustomersPageKnowsTheDayThatIsLeftAndWhy() {
        happensOn(part.lineId(), "2026-12-02");
        happensOn(second.id(), "2026-12-05");
        TestDatabase.sql()
                .update(
                        "update order_line set starts_at = '2026-12-03 23:30+00' where id = ?", // the 4th in Paris
                        third.id());
        assertThat(followed().nextDay()).isEqualTo("2026-12-02");
        assertThat(followed().whyLines()).isEmpty();
        cancel(part.lineId());
        assertThat(followed().nextDay()).isEqualTo("2026-12-04");
        cancel(third.id());

        FollowedOrder.Part left = followed();

        assertThat(left.nextDay()).isEqualTo("2026-12-05");
        assertThat(left.cancelledLines()).extracting(OrderLine::id).containsExactly(part.lineId(), third.id());
        assertThat(left.cancelledCents()).isEqualTo(59_000);
        assertThat(left.standingCents()).isEqualTo(8_000);
        assertThat(left.whyLines()).as("said once").containsExactly(new Why(CancelReason.WEATHER, ""));
        cancel(second.id());
        assertThat(followed().cancelledLines()).as("all of it: told as a whole").isEmpty();
        assertThat(followed().cancelledCents()).isEqualTo(67_000);
    }

    private static void happensOn(long line, String day) {
        TestDatabase.sql().update("update order_line set starts_on = ?::date where id = ?", day, line);
    }

    private FollowedOrder.Part followed() {
        return Wired.with(new CustomerOrders(), TestDatabase.sql())
                .byToken(shop.portalId, order.number(), "token" + order.orderId)
                .parts()
                .get(0);
    }

    private void stands(long cents) {
        PartRow row = desk.orders
                .list(maud, PartFilter.about(List.of(), part.number()), null, 1)
                .rows()
                .get(0);
        assertThat(row.totalCents()).as("C17: what was ordered").isEqualTo(67_000);
        assertThat(row.standingCents()).isEqualTo(cents);
        assertThat(row.isReduced()).isEqualTo(cents < 67_000);
        assertThat(row.lines().stream()
                        .filter(line -> line.state() == OrderLineState.CONFIRMED)
                        .mapToLong(OrderLine::totalCents)
                        .sum())
                .as("M27: the living lines are the total")
                .isEqualTo(cents);
        MonthOfParts month = desk.calendar.month(maud, YearMonth.of(2026, 11), DayAxis.ORDERED);
        assertThat(month.cents()).as("M23, K30").isEqualTo(cents);
        assertThat(month.parts()).as("M24: it counts, whatever it comes to").isEqualTo(1);
    }

    private void cancel(Long... lines) {
        Why rain = new Why(CancelReason.WEATHER, "");
        TestDatabase.inTransaction(
                () -> desk.cancellation.cancelLines(part.id(), desk.version(part.id()), Set.of(lines), rain, maud));
    }
}
