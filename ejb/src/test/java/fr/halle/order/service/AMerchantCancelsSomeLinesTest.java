package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.ledger.model.AccountRef;
import fr.halle.order.model.CancelGranularity;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.model.Why;
import fr.halle.payment.service.IdleRunner;
import fr.halle.payment.service.Refunds;
import fr.halle.portal.model.Preset;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Money;
import fr.halle.shared.model.MoveRefused;
import fr.halle.testing.AtOnce;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** K9: lines are cancelled one by one where the portal says so; the part lives on until its last one goes (M26, M40). */
class AMerchantCancelsSomeLinesTest {

    private static final Why RAIN = new Why(CancelReason.WEATHER, "Trop de vent");

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    private final long lesson = shop.product(ProductKind.ACTIVITY, "Parapente", 9_000, 2000);
    private final long stay = shop.product(ProductKind.LODGING, "Chalet", 50_000, 1000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final PlacedOrder order = PlacedOrder.of(shop, "MOUNTAIN", "", TestClock.instantOf("2026-11-21T09:00"));
    private final PlacedOrder.Part part = order.part(
            shop.merchantId,
            shop.shopId,
            lesson,
            9_000,
            MerchantOrderState.RECORDED,
            TestClock.instantOf("2026-12-21T11:30"));
    private final PlacedOrder.Line chalet = order.line(part, stay, 50_000, 660);
    private final PlacedOrder.Line second = order.line(part, lesson, 8_000, 0);

    @Test
    void isTheDefaultForStaysAndLessonsAndNotForShops() {
        assertThat(Settings.of(Map.of("preset", "MOUNTAIN")).get(OrderSettings.CANCEL_GRANULARITY))
                .isEqualTo(CancelGranularity.LINE);
        for (String town : List.of("TOWN_PICKUP", "TOWN_ORDERS")) {
            assertThat(Settings.of(Map.of("preset", town)).get(OrderSettings.CANCEL_GRANULARITY))
                    .isEqualTo(CancelGranularity.PART);
        }
    }

    @Test
    void showsTheEffectInEurosAndThatIsWhatHappens() {
        CancellationEffect effect = preview(second.id());
        assertThat(effect.refunded()).isEqualTo(Money.euros(8_000));
        assertThat(effect.taxReturned()).as("the chalet's tax stays").isEqualTo(Money.ZERO);
        assertThat(effect.linesLeft()).isEqualTo(2);
        assertThat(effect.slotStart()).as("the slot is kept").isNull();
        long before = owed();

        assertThat(cancel(Set.of(second.id()))).as("the part lives on").isTrue();

        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        assertThat(states()).containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED");
        assertThat(refunds()).containsExactly("8000 tax 0 of " + second.id() + " Conditions météo. Trop de vent");
        assertThat(owed() - before).isEqualTo(effect.effectOnNet().cents());
        assertThat(taken(second.claim())).isZero();
        assertThat(taken(chalet.claim())).as("the others' places stay taken").isEqualTo(1);
        assertThat(taken(part.claim())).isEqualTo(1);
    }

    @Test
    void theTouristTaxThatGoesBackIsThatOfTheLine() {
        cancel(Set.of(second.id()));
        CancellationEffect effect = preview(chalet.id());
        assertThat(effect.taxReturned()).isEqualTo(Money.euros(660));
        cancel(Set.of(chalet.id()));
        assertThat(desk.sql.number("select tax_returned_cents from payment_share where id = ?", part.shareId()))
                .isEqualTo(660);
        cancel(Set.of(part.lineId()));
        assertThat(desk.sql.number("select tax_returned_cents from payment_share where id = ?", part.shareId()))
                .as("not a cent more with the rest")
                .isEqualTo(660);
    }

    @Test
    void theLastLineTakesThePartWithIt() {
        cancel(Set.of(part.lineId(), chalet.id()));
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        assertThat(cancel(Set.of(second.id()))).isFalse();
        assertThat(desk.state(part.id())).isEqualTo("CANCELLED");
        assertThat(desk.sql.number(
                        "select gross_cents - refunded_cents from payment_share where id = ?", part.shareId()))
                .as("all that was paid is on its way back")
                .isZero();
        assertThat(List.of(part.claim(), chalet.claim(), second.claim()))
                .allSatisfy(claim -> assertThat(taken(claim)).isZero());
        assertThat(desk.ledger.proof(part.number()).debitCents())
                .isEqualTo(desk.ledger.proof(part.number()).creditCents());
        assertThat(letters()).as("K8").containsExactly("LINES_CANCELLED", "PART_CANCELLED");
    }

    @Test
    void theHistoryKeepsBothTheReasonAndTheWords() {
        cancel(Set.of(second.id()));
        PartDetail detail = desk.orders.byId(maud, part.id());
        assertThat(detail.lineHistory()).hasSize(1);
        assertThat(detail.lineHistory().get(0).why()).isEqualTo(RAIN);
        assertThat(detail.lineHistory().get(0).name()).isEqualTo("Maud Bréhal");
        assertThat(detail.part().totalCents() - detail.part().standingCents()).isEqualTo(8_000);
        assertThat(detail.history()).as("the part itself did not move").isEmpty();
    }

    @Test
    void whatWasGivenBackAlreadyIsNotGivenTwice() {
        desk.sql.update("update payment_share set refunded_cents = 60000 where id = ?", part.shareId());
        desk.sql.update("update payment set refunded_cents = 60000 where id = ?", order.paymentId);
        assertThat(preview(second.id()).refunded()).isEqualTo(Money.euros(7_000));
        cancel(Set.of(second.id()));
        assertThat(desk.sql.number(
                        "select gross_cents - refunded_cents from payment_share where id = ?", part.shareId()))
                .isZero();
        assertThat(cancel(Set.of(chalet.id()))).isTrue();
        assertThat(refunds()).as("nothing was left for it").hasSize(1);
    }

    @Test
    void anotherPartsLineOrOneThatWentAlreadyCancelsNothing() {
        long other = shop.merchant("Autre");
        PlacedOrder.Part foreign = order.part(other, shop.shop(other, "Autre"), lesson, 1_000);
        cancel(Set.of(second.id()));
        for (Set<Long> forged : List.of(
                Set.of(foreign.lineId()),
                Set.of(chalet.id(), foreign.lineId()),
                Set.of(second.id()),
                Set.of(-1L),
                Set.of(Long.MAX_VALUE))) {
            assertThatThrownBy(() -> cancel(forged)).isInstanceOf(LinesRefused.class);
        }
        assertThatThrownBy(() -> cancel(Set.of())).isInstanceOf(LinesRefused.class);
        Actor stranger = Actor.merchant(TestIds.id(), "Autre", other);
        assertThatThrownBy(() -> cancel(Set.of(chalet.id()), desk.version(part.id()), stranger))
                .as("K28")
                .isInstanceOf(PartUnknown.class);
        assertThat(states()).containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED");
        assertThat(refunds()).hasSize(1);
    }

    @Test
    void aPageReadBeforeSomebodyElsesCancellationIsStale() {
        int seenByBoth = desk.version(part.id());
        cancel(Set.of(second.id()), seenByBoth, maud);
        assertThatThrownBy(() -> cancel(Set.of(chalet.id()), seenByBoth, maud))
                .isInstanceOfSatisfying(
                        PartMoved.class, told -> assertThat(told.details()).contains("Maud Bréhal"));
        assertThatThrownBy(() -> desk.move(part.id(), seenByBoth, MerchantOrderTransition.PROCESS, maud))
                .as("a move does not overwrite it either")
                .isInstanceOf(PartMoved.class);
        assertThat(refunds()).hasSize(1);
    }

    @Test
    void ofEightAtOnceOneWins() {
        int version = desk.version(part.id());
        List<Runnable> clerks =
                new ArrayList<>(Collections.nCopies(4, () -> cancel(Set.of(second.id()), version, maud)));
        clerks.addAll(Collections.nCopies(4, () -> cancel(Set.of(second.id(), chalet.id()), version, maud)));
        assertThat(AtOnce.accepted(clerks, PartMoved.class)).isEqualTo(1);
        assertThat(desk.sql.number("select count(*) from refund where line_id = ?", second.id()))
                .isEqualTo(1);
    }

    @Test
    void isRefusedWhereThePortalCancelsWholePartsButNotForAllOfIt() {
        PlacedOrder town = PlacedOrder.of(
                shop, "MOUNTAIN", "\"cancel.granularity\":\"PART\"", TestClock.instantOf("2026-11-21T09:00"));
        PlacedOrder.Part whole = town.part(shop.merchantId, shop.shopId, lesson, 9_000);
        PlacedOrder.Line more = town.line(whole, lesson, 1_000, 0);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> desk.cancellation.cancelLines(
                        whole.id(), desk.version(whole.id()), Set.of(more.id()), RAIN, maud)))
                .as("M48")
                .isInstanceOf(LinesRefused.class);
        assertThat(desk.state(whole.id())).isEqualTo("RECORDED");
        TestDatabase.inTransaction(() -> desk.cancellation.cancelLines(
                whole.id(), desk.version(whole.id()), Set.of(more.id(), whole.lineId()), RAIN, maud));
        assertThat(desk.state(whole.id())).isEqualTo("CANCELLED");
    }

    @Test
    void isRefusedOnceItIsTooLateAndWithoutAReason() {
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> desk.cancellation.cancelLines(
                        part.id(), desk.version(part.id()), Set.of(second.id()), Why.said(" "), maud)))
                .as("M40")
                .isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> desk.cancellation.cancelLines(
                        part.id(),
                        desk.version(part.id()),
                        Set.of(second.id()),
                        new Why(CancelReason.OTHER, ""),
                        maud)))
                .isInstanceOf(ReasonMissing.class);
        desk.move(part.id(), MerchantOrderTransition.PROCESS, maud, null);
        assertThatThrownBy(() -> cancel(Set.of(second.id()))).as("K1, M49").isInstanceOf(MoveRefused.class);
        assertThat(refunds()).isEmpty();
    }

    @Test
    void theUnpaidBalanceOfALineGoesWithIt() {
        balance(chalet.id(), 35_000);
        balance(part.lineId(), 1_200);
        assertThat(preview(chalet.id()).waived()).isEqualTo(Money.euros(35_000));
        cancel(Set.of(chalet.id()));
        assertThat(desk.sql.list(
                        "select line_id || ' ' || state as b from balance_due where merchant_order_id = ? order by amount_cents",
                        row -> row.text("b"),
                        part.id()))
                .containsExactly(part.lineId() + " SCHEDULED", chalet.id() + " WAIVED");
    }

    @Test
    void aMerchantLearnsWhatTheOperatorCancelledForIt() {
        Actor town = Actor.operator(shop.operator(shop.portalId), "Mairie");
        cancel(Set.of(second.id()), desk.version(part.id()), town);
        assertThat(letters()).as("K18").containsExactly("LINES_CANCELLED", "LINES_CANCELLED_ON_BEHALF");
        assertThat(desk.sql.number(
                        "select count(*) from audit_entry where subject = ? and on_behalf_of = ?",
                        part.number(),
                        shop.merchantId))
                .isEqualTo(1);
    }

    /** Whatever is cancelled and given back in whatever order, a share gives back what it brought, and its tax, to the cent. */
    @Test
    void whateverTheOrderTheSumsHold() {
        Refunds refunds = Wired.with(
                new Refunds(), desk.sql, new TestIds(), desk.clock, desk.ledger, Wired.atOnce(), new IdleRunner());
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            PlacedOrder sale = PlacedOrder.of(shop, "MOUNTAIN", "", TestClock.instantOf("2026-11-21T09:00"));
            PlacedOrder.Part one = sale.part(shop.merchantId, shop.shopId, lesson, 1 + random.nextInt(20_000));
            List<Long> living = new ArrayList<>(List.of(one.lineId()));
            for (int more = random.nextInt(5) + 1; more > 0; more--) {
                long cents = 100 + random.nextInt(60_000);
                living.add(sale.line(one, stay, cents, random.nextInt(100)).id());
            }
            while (!living.isEmpty()) {
                long left = refunds.leftOf(one.shareId());
                if (left > 1 && random.nextInt(4) == 0) {
                    long goodwill = 1 + random.nextLong(left / 2);
                    TestDatabase.inTransaction(() -> refunds.request(one.shareId(), goodwill, "geste", null, maud));
                }
                Collections.shuffle(living, random);
                Set<Long> chosen = Set.copyOf(living.subList(0, 1 + random.nextInt(living.size())));
                TestDatabase.inTransaction(
                        () -> desk.cancellation.cancelLines(one.id(), desk.version(one.id()), chosen, RAIN, maud));
                living.removeAll(chosen);
            }
            String share = desk.sql
                    .one(
                            "select s.gross_cents - s.refunded_cents || ' ' || s.tax_cents - s.tax_returned_cents || ' '"
                                    + " || s.fee_cents - s.fee_returned_cents || ' ' || s.refunded_cents - (select sum(r.amount_cents)"
                                    + " from refund r where r.share_id = s.id) || ' ' || (select count(*) from order_line l where"
                                    + " l.merchant_order_id = s.merchant_order_id and l.state = 'CONFIRMED') as off"
                                    + " from payment_share s where s.id = ?",
                            row -> row.text("off"),
                            one.shareId())
                    .orElseThrow();
            assertThat(share).as("seed %d", seed).isEqualTo("0 0 0 0 0");
            assertThat(desk.state(one.id())).as("seed %d", seed).isEqualTo("CANCELLED");
            assertThat(desk.ledger.proof(one.number()).debitCents())
                    .as("seed %d", seed)
                    .isEqualTo(desk.ledger.proof(one.number()).creditCents());
        }
    }

    private void balance(long line, long cents) {
        long id = TestIds.id();
        desk.sql.update(
                "insert into balance_due (id, order_id, merchant_order_id, line_id, merchant_id, amount_cents, due_on, send_on,"
                        + " token_hash, token, state, bill_id) values (?, ?, ?, ?, ?, ?, date '2027-01-30', date '2027-01-16', ?, 'b', 'SCHEDULED', ?)",
                id,
                order.orderId,
                part.id(),
                line,
                shop.merchantId,
                cents,
                Long.toString(line).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                id);
    }

    private CancellationEffect preview(long line) {
        return TestDatabase.inTransaction(() -> desk.cancellation.preview(part.id(), Set.of(line), maud));
    }

    private boolean cancel(Set<Long> lines) {
        return cancel(lines, desk.version(part.id()), maud);
    }

    private boolean cancel(Set<Long> lines, int version, Actor actor) {
        return TestDatabase.inTransaction(() -> desk.cancellation.cancelLines(part.id(), version, lines, RAIN, actor));
    }

    private List<String> states() {
        return desk.sql.list(
                "select state from order_line where merchant_order_id = ? order by line_no",
                row -> row.text("state"),
                part.id());
    }

    private List<String> refunds() {
        return desk.sql.list(
                "select amount_cents || ' tax ' || tax_cents || ' of ' || line_id || ' ' || reason as r from refund"
                        + " where merchant_order_id = ? order by id",
                row -> row.text("r"),
                part.id());
    }

    private List<String> letters() {
        return desk.sql.list(
                "select event from notification where merchant_order_id = ? order by id",
                row -> row.text("event"),
                part.id());
    }

    private long taken(long claim) {
        return desk.sql.number("select taken from capacity where id = ?", claim);
    }

    /** What the merchant is owed, in cents. */
    private long owed() {
        return -desk.ledger.balance(AccountRef.pending(shop.merchantId))
                - desk.ledger.balance(AccountRef.available(shop.merchantId))
                - desk.ledger.balance(AccountRef.debt(shop.merchantId));
    }
}
