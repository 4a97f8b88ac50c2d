package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.model.Share;
import fr.halle.ledger.service.Ledger;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.PartFilter.Amounts;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** M08–M14, M25–M34: a merchant looks for an order, by number, by customer, by state, and opens it. */
class AMerchantFindsItsPartsTest {

    private final Desk desk = new Desk();
    private final MerchantOrders orders = desk.orders;
    private final TodayDesk today = desk.today;
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final long vintner = shop.merchant("Caves Aubry");
    private final long cellar = shop.shop(vintner, "Caves Aubry");
    private final long wine = shop.product(cellar, ProductKind.GOODS, "Muscadet", 1200, 2000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final Actor aubry = Actor.merchant(TestIds.id(), "Paul Aubry", vintner);

    @Test
    void byItsNumberHoweverItIsTyped() {
        PlacedOrder order = order("2026-11-21T09:00", "Lefèvre");
        PlacedOrder.Part fish = order.part(shop.merchantId, shop.shopId, product, 10_200);
        order.part(vintner, cellar, wine, 1_200);
        String bare = Long.toString(order.orderNo);
        for (String typed : List.of(
                order.number(),
                order.number().toLowerCase(Locale.ROOT),
                bare,
                " ep " + bare,
                fish.number(),
                fish.number().toLowerCase(Locale.ROOT))) {
            assertThat(numbers(maud, typed)).as("K15: %s", typed).containsExactly(fish.number());
        }
        assertThat(numbers(maud, order.number() + "-002"))
                .as("the other merchant's part (K28)")
                .isEmpty();
    }

    @Test
    void byTheNumberItWasImportedWith() {
        PlacedOrder.Part fish = part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        String alias = "5fec417c-c1f882001c-318c84-" + fish.id();
        desk.sql.update("insert into order_alias (alias, merchant_order_id) values (?, ?)", alias, fish.id());
        for (String typed : List.of(alias, " " + alias + " ", alias.toUpperCase(Locale.ROOT))) {
            assertThat(numbers(maud, typed)).as("K15: %s", typed).containsExactly(fish.number());
        }
        assertThat(orders.list(maud, PartFilter.ALL, null, 5).rows().get(0).alias())
                .isEqualTo(alias);
        assertThat(numbers(aubry, alias)).as("K28").isEmpty();
    }

    @Test
    void byTheNumberItWasImportedWithWhereOneOfOursReadsAlike() {
        PlacedOrder.Part fish = part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        String ours = fish.number().replace("-001", "");
        for (String alias : List.of("2021-004711", "ep-0104711", "10452711")) {
            desk.sql.update("insert into order_alias (alias, merchant_order_id) values (?, ?)", alias, fish.id());
            assertThat(numbers(maud, alias.toUpperCase(Locale.ROOT)))
                    .as("K15: %s", alias)
                    .containsExactly(fish.number());
            assertThat(numbers(aubry, alias)).as("K28").isEmpty();
        }
        PlacedOrder.Part bass = part("2026-11-21T09:01", MerchantOrderState.RECORDED);
        desk.sql.update(
                "insert into order_alias (alias, merchant_order_id) values (?, ?)",
                ours.toLowerCase(Locale.ROOT),
                bass.id());
        assertThat(numbers(maud, ours))
                .as("both, where one part's old number is another's new one")
                .containsExactly(bass.number(), fish.number());
    }

    @Test
    void byDayOfServiceKindAndAmountTogether() {
        long boat = shop.product(ProductKind.ACTIVITY, "Sortie en mer", 4500, 1000);
        String trip = order("2026-11-21T09:00", "Morel")
                .part(shop.merchantId, shop.shopId, boat, 4_500)
                .number();
        String fish = order("2026-11-19T09:00", "Morel")
                .part(shop.merchantId, shop.shopId, product, 4_501)
                .number();
        LocalDate day = LocalDate.of(2026, 11, 21);
        assertThat(numbers(maud, filter(new Span(day, day), null, Amounts.ANY))).containsExactly(trip);
        assertThat(numbers(maud, filter(new Span(null, day.minusDays(2)), null, Amounts.ANY)))
                .containsExactly(fish);
        assertThat(numbers(maud, filter(Span.ANY, ProductKind.ACTIVITY, Amounts.ANY)))
                .containsExactly(trip);
        assertThat(numbers(maud, filter(Span.ANY, null, new Amounts(4_501L, null))))
                .containsExactly(fish);
        assertThat(numbers(maud, filter(Span.ANY, null, new Amounts(0L, 4_500L))))
                .containsExactly(trip);
        assertThat(numbers(maud, filter(new Span(day, day), ProductKind.GOODS, Amounts.ANY)))
                .isEmpty();
        desk.sql.update("update merchant_order set cancelled_cents = 501 where number = ?", fish);
        assertThat(numbers(maud, filter(Span.ANY, null, new Amounts(4_000L, 4_000L))))
                .as("what stands of it, as the list shows it")
                .containsExactly(fish);
        assertThat(numbers(maud, filter(Span.ANY, null, new Amounts(4_501L, null))))
                .isEmpty();
    }

    @Test
    void countsBeforeAnExportNoFartherThanItMust() {
        part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        part("2026-11-21T09:01", MerchantOrderState.RECORDED);
        assertThat(orders.areMoreThan(maud, PartFilter.ALL, 1)).isTrue();
        assertThat(orders.areMoreThan(maud, PartFilter.ALL, 2)).isFalse();
        assertThat(orders.areMoreThan(aubry, PartFilter.ALL, 0)).as("K28").isFalse();
    }

    @Test
    void byAPieceOfTheCustomersNameOrAddress() {
        String number = order("2026-11-21T09:00", "Lefèvre", "c.lefevre." + shop.portalId + "@exemple.fr")
                .part(shop.merchantId, shop.shopId, product, 10_200)
                .number();
        order("2026-11-21T09:01", "Okafor").part(shop.merchantId, shop.shopId, product, 1_000);
        for (String typed : List.of("LEFEVRE", "lefè", "camille lef", "lefevre." + shop.portalId, "@exemple.fr lef")) {
            assertThat(numbers(maud, typed)).as("M11: %s", typed).containsExactly(number);
        }
        for (String typed : List.of("%", "_", "\\", "' or 1=1 --", "lefevre%")) {
            assertThat(numbers(maud, typed)).as(typed).isEmpty();
        }
    }

    @Test
    void byStateAndDayOfOrder() {
        String old = part("2026-11-01T23:30", MerchantOrderState.COMPLETED).number();
        String fresh = part("2026-11-21T00:10", MerchantOrderState.RECORDED).number();
        assertThat(numbers(maud, filter(List.of(MerchantOrderState.RECORDED), null, null)))
                .containsExactly(fresh);
        assertThat(numbers(maud, filter(List.of(), LocalDate.of(2026, 11, 2), null)))
                .containsExactly(fresh);
        assertThat(numbers(maud, filter(List.of(), null, LocalDate.of(2026, 11, 1))))
                .containsExactly(old);
    }

    @Test
    void pageByPageWithoutLosingOrRepeatingOne() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(0, part("2026-11-21T09:00", MerchantOrderState.RECORDED).number());
        }
        List<String> seen = new ArrayList<>();
        Long after = null;
        do {
            PartPage page = orders.list(maud, PartFilter.ALL, after, 3);
            page.rows().forEach(row -> seen.add(row.number()));
            after = page.next();
        } while (after != null);
        assertThat(seen).isEqualTo(placed);
        assertThat(orders.list(maud, PartFilter.ALL, -5L, 3).rows()).isEmpty();
        assertThat(orders.list(maud, PartFilter.ALL, Long.MAX_VALUE, Integer.MAX_VALUE)
                        .rows())
                .hasSize(7);
    }

    /** Two by two, so that every place in the list is also one between pages; what is cancelled comes to nothing. */
    @ParameterizedTest
    @EnumSource
    void inWhateverOrderTheListStands(PartSort sort) {
        int[] days = {23, 21, 21, 22, 21, 23};
        long[] cents = {900, 5_000, 900, 700, 900, 12_000};
        for (int i = 0; i < days.length; i++) {
            order("2026-11-" + days[i] + "T09:00", "Lefèvre")
                    .part(
                            shop.merchantId,
                            shop.shopId,
                            product,
                            cents[i],
                            i == 5 ? MerchantOrderState.CANCELLED : MerchantOrderState.RECORDED,
                            null);
        }
        PlacedOrder.Part bottle = order("2026-11-21T09:00", "Lefèvre").part(vintner, cellar, wine, 1_200);
        List<PartRow> met = new ArrayList<>();
        Long after = null;
        do {
            PartPage page = orders.list(maud, PartFilter.ALL, sort, after, 2);
            met.addAll(page.rows());
            after = page.next();
        } while (after != null);
        Comparator<PartRow> rising = switch (sort) {
            case NEWEST, OLDEST -> Comparator.comparing(PartRow::id);
            case SERVICE, SERVICE_DOWN -> Comparator.comparing(PartRow::serviceDate);
            case TOTAL, TOTAL_DOWN -> Comparator.comparing(PartRow::standingCents);
        };
        Comparator<PartRow> whole = rising.thenComparing(PartRow::id);
        assertThat(met)
                .hasSize(days.length)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(sort.word().startsWith("-") ? whole.reversed() : whole)
                .allSatisfy(row -> assertThat(row.lines()).hasSize(1));
        assertThat(orders.list(maud, PartFilter.about(List.of(), "lefevre"), sort, null, 25)
                        .rows())
                .as("the same of those that are searched for")
                .isEqualTo(met);
        if (!sort.isByNumber()) {
            assertThat(orders.list(maud, PartFilter.ALL, sort, bottle.id(), 25).rows())
                    .as("K28: where another merchant's part would stand tells nothing")
                    .isEmpty();
        }
    }

    @Test
    void byNumberAloneWhereThePartsOfManyMerchantsAreListed() {
        part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        Actor ana = Actor.operator(shop.operator(shop.portalId), "Ana");
        assertThat(orders.sorts(ana)).containsExactly(PartSort.NEWEST, PartSort.OLDEST);
        assertThat(orders.list(ana, PartFilter.ALL, PartSort.OLDEST, null, 25).rows())
                .hasSize(1);
        assertThatThrownBy(() -> orders.list(ana, PartFilter.ALL, PartSort.TOTAL, null, 25))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unfoldsEachPartsLines() {
        PlacedOrder.Part part = part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        PartRow row = orders.list(maud, PartFilter.ALL, null, 25).rows().get(0);
        assertThat(row.number()).isEqualTo(part.number());
        assertThat(row.lines()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Bar sauvage");
            assertThat(line.vatBp()).as("M34").isEqualTo(550);
            assertThat(line.seller()).as("M33").isEqualTo("Maison Morel");
        });
    }

    @Test
    void opensAPartWithItsMoneyAndItsHistory() {
        PlacedOrder.Part part = part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        desk.move(part.id(), MerchantOrderTransition.PROCESS, maud, null);
        PartDetail detail = orders.byNumber(maud, part.number());
        assertThat(detail.transactions()).as("M14").singleElement().satisfies(payment -> {
            assertThat(payment.stateKey()).as("à télécollecter, M15").isEqualTo("state.Payment.AUTHORISED");
            assertThat(payment.cents()).isEqualTo(10_200);
            assertThat(payment.netCents()).isEqualTo(10_200 - 320);
            assertThat(payment.reference()).isNotNull();
        });
        assertThat(detail.paidCents()).isEqualTo(10_200);
        assertThat(detail.history()).singleElement().satisfies(move -> {
            assertThat(move.name()).isEqualTo("Maud Bréhal");
            assertThat(move.to()).isEqualTo(MerchantOrderState.PROCESSING);
        });
        assertThat(detail.moves())
                .as("M37, M39, M49: no cancelling any more")
                .containsExactly(MerchantOrderTransition.READY, MerchantOrderTransition.COMPLETE);
        assertThat(detail.customer().phone()).as("M45").isEqualTo("0612345678");
    }

    @Test
    void neverSeesAnotherMerchantsPart() {
        PlacedOrder order = order("2026-11-21T09:00", "Lefèvre");
        String fish = order.part(shop.merchantId, shop.shopId, product, 10_200).number();
        String bottle = order.part(vintner, cellar, wine, 1_200).number();
        assertThatThrownBy(() -> orders.byNumber(maud, bottle)).isInstanceOf(PartUnknown.class);
        assertThatThrownBy(() -> orders.idOf(aubry, fish)).isInstanceOf(PartUnknown.class);
        for (String forged : List.of("", "EP-99999999-001", fish.toLowerCase(Locale.ROOT), fish + "'", "%")) {
            assertThatThrownBy(() -> orders.byNumber(aubry, forged)).isInstanceOf(PartUnknown.class);
        }
        assertThat(orders.byNumber(maud, fish).otherParts()).isEqualTo(1);
        assertThat(orders.list(aubry, PartFilter.ALL, null, 100).rows())
                .extracting(PartRow::number)
                .containsExactly(bottle);
    }

    @Test
    void theMarkOfANewPartGoesWhenItsMerchantLooks() {
        PlacedOrder.Part part = part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        assertThat(desk.news.now(maud).unseen()).isEqualTo(1);
        orders.markSeen(aubry, part.id());
        assertThat(desk.news.now(maud).unseen()).as("another merchant's look").isEqualTo(1);
        orders.markSeen(maud, part.id());
        assertThat(desk.news.now(maud).unseen()).as("M52").isZero();
    }

    @Test
    void todayShowsWhatIsToDoWhatIsLateAndTheMoney() {
        part("2026-11-21T09:00", MerchantOrderState.RECORDED);
        part("2026-11-21T09:00", MerchantOrderState.PROCESSING);
        part("2026-11-21T09:00", MerchantOrderState.COMPLETED);
        part("2026-11-20T09:00", MerchantOrderState.READY);
        order("2026-11-20T08:00", "Perrier")
                .part(shop.merchantId, shop.shopId, product, 4_660, MerchantOrderState.READY, slot("2026-11-20T18:00"));
        order("2026-11-21T08:00", "Fournier")
                .part(shop.merchantId, shop.shopId, product, 4_660, MerchantOrderState.READY, slot("2026-11-21T09:00"));
        order("2026-11-21T08:00", "Belkacem")
                .part(shop.merchantId, shop.shopId, product, 2_780, MerchantOrderState.READY, slot("2026-11-21T11:00"));
        Ledger ledger = Wired.with(new Ledger(), desk.sql, new TestIds(), desk.clock, Wired.atOnce());
        String fact = "test" + shop.merchantId;
        ledger.post(Postings.accepted(fact, fact, List.of(new Share(shop.merchantId, 10_200, 320))));
        TodayOfParts read = today.read(maud);
        assertThat(read.toConfirm()).isEqualTo(1);
        assertThat(read.toPrepare()).isEqualTo(1);
        assertThat(read.ready()).isEqualTo(4);
        assertThat(read.late())
                .as("what began yesterday and has no slot may last for days")
                .isEqualTo(2);
        assertThat(read.overdue())
                .extracting(PartRow::customer)
                .as("the longest late first")
                .containsExactly("Camille Perrier", "Camille Fournier");
        assertThat(read.today())
                .extracting(PartRow::customer)
                .startsWith("Camille Belkacem")
                .hasSize(3);
        assertThat(read.money()).isNotNull().satisfies(money -> {
            assertThat(money.pending()).isEqualTo(9_880);
            assertThat(money.available()).isZero();
            assertThat(money.ibanMissing()).isFalse();
        });
        assertThat(today.read(aubry).late()).as("K28").isZero();
    }

    @Test
    void seesWhatTheOrdersOfEachWeekBring() {
        part("2026-09-27T23:30", MerchantOrderState.COMPLETED);
        PlacedOrder.Part onSunday = part("2026-11-15T23:30", MerchantOrderState.COMPLETED);
        PlacedOrder.Part onMonday = part("2026-11-16T00:10", MerchantOrderState.RECORDED);
        order("2026-11-16T09:00", "Lefèvre").part(vintner, cellar, wine, 1_200);
        desk.sql.update("update payment_share set refunded_cents = 200 where id = ?", onMonday.shareId());
        List<MerchantFinances.Week> weeks = desk.finances.weeks(maud);
        assertThat(weeks)
                .extracting(MerchantFinances.Week::monday)
                .hasSize(8)
                .startsWith(LocalDate.of(2026, 9, 28))
                .endsWith(LocalDate.of(2026, 11, 16));
        assertThat(weeks)
                .extracting(MerchantFinances.Week::net)
                .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, net(onSunday), net(onMonday) - 200);
    }

    private long net(PlacedOrder.Part part) {
        return desk.sql.number("select gross_cents - fee_cents from payment_share where id = ?", part.shareId());
    }

    private static Instant slot(String inParis) {
        return TestClock.instantOf(inParis);
    }

    private PlacedOrder order(String inParis, String... who) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf(inParis), who);
    }

    private PlacedOrder.Part part(String inParis, MerchantOrderState state) {
        return order(inParis, "Lefèvre").part(shop.merchantId, shop.shopId, product, 10_200, state, null);
    }

    private static PartFilter filter(
            List<MerchantOrderState> states, @Nullable LocalDate from, @Nullable LocalDate to) {
        return PartFilter.about(states, "").placedOn(new Span(from, to));
    }

    private static PartFilter filter(Span service, @Nullable ProductKind kind, Amounts total) {
        return new PartFilter(List.of(), "", null, Span.ANY, service, kind, total);
    }

    private List<String> numbers(Actor actor, String text) {
        return numbers(actor, PartFilter.about(List.of(), text));
    }

    private List<String> numbers(Actor actor, PartFilter filter) {
        return orders.list(actor, filter, null, 25).rows().stream()
                .map(PartRow::number)
                .toList();
    }
}
