package fr.halle.operation.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.notification.model.Channel;
import fr.halle.notification.service.Message;
import fr.halle.notification.service.MessageSearch;
import fr.halle.notification.service.MessageSearch.Undelivered;
import fr.halle.notification.service.Messages;
import fr.halle.operation.service.OperationLists.Which;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartFilter;
import fr.halle.order.service.PartFilter.Amounts;
import fr.halle.order.service.PartPage;
import fr.halle.order.service.PartRow;
import fr.halle.order.service.Span;
import fr.halle.payment.model.RefundState;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import fr.halle.testing.Beans;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.PlacedOrder.Part;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The operator's home: each figure is the number of rows of the list that it opens (O16, O18, K7). */
class TheOperatorLooksAtTheCockpitTest {

    private static final Sql SQL = TestDatabase.sql();
    private static final List<MerchantOrderState> OPEN = List.of(
            MerchantOrderState.RECORDED,
            MerchantOrderState.CONFIRMING,
            MerchantOrderState.PROCESSING,
            MerchantOrderState.READY,
            MerchantOrderState.HANDING_OVER);
    private static final List<MerchantOrderState> TO_ACCEPT =
            List.of(MerchantOrderState.RECORDED, MerchantOrderState.CONFIRMING);

    private final TestClock clock = new TestClock("2026-11-21T10:00");
    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestShop other = TestShop.in(Preset.TOWN_ORDERS);
    private final Beans beans = new Beans(SQL, clock, new TestIds(), Wired.atOnce());
    private final Cockpit cockpit = beans.get(Cockpit.class);
    private final MerchantOrders orders = beans.get(MerchantOrders.class);
    private final Actor ofTown = operator(town.portalId);
    private final Actor ofAll = operator(null);

    @Test
    void everyFigureOpensAsManyRows() {
        Instant passed = clock.instant().minus(Duration.ofHours(2));
        Instant ahead = clock.instant().plus(Duration.ofHours(2));
        for (TestShop shop : List.of(town, other, town)) {
            sell(shop, MerchantOrderState.RECORDED, ahead);
            sell(shop, MerchantOrderState.CONFIRMING, passed);
            sell(shop, MerchantOrderState.READY, passed);
            withoutSlot(shop, MerchantOrderState.PROCESSING, "NONE");
            withoutSlot(shop, MerchantOrderState.READY, "DELIVERY");
            sell(shop, MerchantOrderState.COMPLETED, passed);
            sell(shop, MerchantOrderState.CANCELLED, passed);
            Part refunded = sell(shop, MerchantOrderState.CANCELLED, passed);
            refund(refunded, RefundState.SENT, Duration.ofHours(49));
            refund(refunded, RefundState.SENT, Duration.ofHours(47));
            refund(refunded, RefundState.SUCCEEDED, Duration.ofHours(60));
            dead(shop, refunded, true);
            dead(shop, refunded, false);
            dead(shop, refunded, false);
            trouble(shop, refunded);
        }
        assertThat(figures(town.portalId)).containsExactly(4L, 4L, 2L, 2L, 4L, 2L);
        assertThat(figures(other.portalId)).containsExactly(2L, 2L, 1L, 1L, 2L, 1L);

        assertThat(listed(ofTown, TO_ACCEPT, false)).hasSize(4);
        assertThat(listed(ofTown, OPEN, true))
                .as("no stay that runs, and no delivery whose day is agreed by telephone (K20)")
                .hasSize(4)
                .allMatch(part -> part.slotEnd() != null);
        OperationLists lists = beans.get(OperationLists.class);
        assertThat(lists.openRefunds(town.portalId, Which.LATE, null, 100)).hasSize(2);
        assertThat(lists.openRefunds(town.portalId, Which.ALL, null, 100)).hasSize(4);
        assertThat(messages(Undelivered.BOUNCED)).hasSize(2);
        assertThat(messages(Undelivered.DEAD)).hasSize(4);
        assertThat(beans.get(TroubleList.class).open(town.portalId, null, null, 100))
                .hasSize(2);
    }

    @Test
    void ofNothingItSaysNothing() {
        assertThat(figures(TestShop.in(Preset.MOUNTAIN).portalId)).containsOnly(0L);
    }

    /** 48 h to the second; a slot is over when it ends. */
    @Test
    void toTheSecond() {
        Part part = sell(town, MerchantOrderState.READY, clock.instant().minusSeconds(1799));
        refund(part, RefundState.FAILED, Duration.ofHours(48));
        assertThat(figures(town.portalId)).containsExactly(0L, 0L, 0L, 0L, 0L, 0L);
        clock.moveForward(Duration.ofSeconds(1));
        assertThat(figures(town.portalId)).containsExactly(0L, 1L, 1L, 0L, 0L, 0L);
    }

    /** All orders of all portals, narrowed by portal and by a piece of a merchant's name; one portal's operator never sees another's. */
    @Test
    void theListIsNarrowedByPortalAndMerchant() {
        long morel = town.merchant("Épicerie Québec" + town.portalId);
        Part mine = sell(town, morel, MerchantOrderState.RECORDED, clock.instant());
        Part theirs = sell(other, MerchantOrderState.RECORDED, clock.instant());
        assertThat(numbers(ofAll, "p" + town.portalId, ""))
                .contains(mine.number())
                .doesNotContain(theirs.number());
        assertThat(numbers(ofAll, "", "epicerie quebec" + town.portalId)).containsExactly(mine.number());
        assertThat(numbers(ofTown, "p" + other.portalId, ""))
                .as("another's portal in the address")
                .isEmpty();
        assertThat(numbers(ofTown, "", "Maison")).doesNotContain(theirs.number());
        assertThat(numbers(ofAll, "nowhere", "")).isEmpty();
        assertThat(numbers(ofAll, "", "%' or 1=1 --")).isEmpty();
        assertThat(numbers(Actor.merchant(1, "Maud", town.merchantId), "", "epicerie"))
                .as("a merchant who forges the operator's field still sees its own alone")
                .isEmpty();
    }

    /** O18. */
    @Test
    void howAShopKeepsItsPromises() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        accepted(sell(town, MerchantOrderState.COMPLETED, yesterday), 30, 1);
        accepted(sell(town, MerchantOrderState.COMPLETED, yesterday), 180, 1441);
        accepted(sell(town, MerchantOrderState.READY, yesterday), 40, null);
        sell(town, MerchantOrderState.CANCELLED, yesterday);
        accepted(withoutSlot(town, MerchantOrderState.COMPLETED, "DELIVERY"), 40, 4321);
        accepted(withoutSlot(town, MerchantOrderState.READY, "DELIVERY"), 40, null);
        sell(other, MerchantOrderState.CANCELLED, yesterday);
        QualityDesk desk = beans.get(QualityDesk.class);
        assertThat(desk.ofTheLast(town.portalId, 30, 100)).singleElement().satisfies(shop -> {
            assertThat(shop.parts()).isEqualTo(6);
            assertThat(shop.medianMinutes()).isEqualTo(40);
            assertThat(shop.acceptedInTime()).isEqualTo(80);
            assertThat(shop.cancelledCount()).isEqualTo(1);
            assertThat(shop.cancelled()).isEqualTo(16);
            assertThat(shop.lateCount()).as("one a day late, one not yet").isEqualTo(2);
            assertThat(shop.late())
                    .as("of the three that had a slot; a delivery promised no day (K20)")
                    .isEqualTo(66);
        });
        clock.moveForward(Duration.ofDays(8));
        assertThat(desk.ofTheLast(town.portalId, 7, 100)).isEmpty();
    }

    private List<Long> figures(long portal) {
        return cockpit.figures(portal).stream().map(ToDo::count).toList();
    }

    private List<PartRow> listed(Actor actor, List<MerchantOrderState> states, boolean late) {
        return rows(actor, states, new PartFilter.Desk("", "", late));
    }

    private List<String> numbers(Actor actor, String portal, String merchant) {
        return rows(actor, List.of(), new PartFilter.Desk(portal, merchant, false)).stream()
                .map(PartRow::number)
                .toList();
    }

    private List<PartRow> rows(Actor actor, List<MerchantOrderState> states, PartFilter.Desk desk) {
        PartFilter filter = new PartFilter(states, "", null, Span.ANY, Span.ANY, null, Amounts.ANY, desk);
        List<PartRow> all = new ArrayList<>();
        Long after = null;
        do {
            PartPage page = orders.list(actor, filter, after, 3);
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return all;
    }

    private List<Message> messages(Undelivered sort) {
        return beans.get(Messages.class)
                .of(
                        ofTown,
                        town.portalId,
                        MessageSearch.of("", Channel.MAIL, null).only(sort));
    }

    private Part sell(TestShop shop, MerchantOrderState state, Instant slot) {
        return sell(shop, shop.merchantId, state, slot);
    }

    private Part sell(TestShop shop, long merchant, MerchantOrderState state, Instant slot) {
        long place = merchant == shop.merchantId ? shop.shopId : shop.shop(merchant, "Épicerie");
        PlacedOrder order = PlacedOrder.of(shop, "TOWN_PICKUP", "", slot);
        return order.part(merchant, place, shop.product(ProductKind.GOODS, "Huîtres", 1890, 550), 1890, state, slot);
    }

    /** Of the day before yesterday. */
    private Part withoutSlot(TestShop shop, MerchantOrderState state, String mode) {
        Part part = PlacedOrder.of(shop, "TOWN_PICKUP", "", clock.instant().minus(Duration.ofDays(2)))
                .part(
                        shop.merchantId,
                        shop.shopId,
                        shop.product(ProductKind.GOODS, "Huîtres", 1890, 550),
                        1890,
                        state,
                        null);
        SQL.update("update merchant_order set mode = ? where id = ?", mode, part.id());
        return part;
    }

    private static void accepted(Part part, int minutes, @Nullable Integer completed) {
        SQL.update(
                "update merchant_order set validated_at = placed_at + make_interval(mins => ?),"
                        + " completed_at = placed_at + make_interval(mins => ?) where id = ?",
                minutes,
                completed,
                part.id());
    }

    private void refund(Part part, RefundState state, Duration ago) {
        TestSale.refund(part.shareId(), state, clock.instant().minus(ago), clock.instant());
    }

    private void dead(TestShop shop, Part part, boolean bounced) {
        long id = TestIds.id();
        SQL.update(
                "insert into notification (id, portal_id, channel, event, key, recipient, language, merchant_order_id, state, created_at,"
                        + " next_try_at, bounced_at) values (?, ?, 'MAIL', 'PART_MOVED', ?, 'a@exemple.fr', 'fr', ?, 'DEAD', ?, ?, ?::timestamptz)",
                id,
                shop.portalId,
                "key" + id,
                part.id(),
                clock.instant(),
                clock.instant(),
                bounced ? clock.instant() : null);
    }

    private void trouble(TestShop shop, Part part) {
        SQL.update(
                "insert into order_trouble (id, cause, subject_id, portal_id, part_id, since, last_at) values (?, 'OTHER', ?, ?, ?, ?, ?)",
                TestIds.id(),
                part.id(),
                shop.portalId,
                part.id(),
                clock.instant(),
                clock.instant());
    }

    private static Actor operator(@Nullable Long portal) {
        long id = TestIds.id();
        SQL.update(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id) values (?, ?, 'a@exemple.fr', 'Ana',"
                        + " 'none', 'OPERATOR', ?::bigint)",
                id,
                "ana" + id,
                portal);
        return Actor.operator(id, "Ana");
    }
}
