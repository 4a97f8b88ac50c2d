package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.ledger.model.AccountRef;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.payment.model.RefundTransition;
import fr.halle.payment.service.RefundMoved;
import fr.halle.payment.service.RefundTooLarge;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Money;
import fr.halle.testing.AtOnce;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.Seeds;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** M21, K7: « Rembourser une commande », all, a prestation or an amount, of a part that lives on; never more than was paid for it. */
class AMerchantGivesMoneyBackTest {

    private static final String WHY = "Geste commercial";

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    private final long lesson = shop.product(ProductKind.ACTIVITY, "Parapente", 9_000, 2000);
    private final long stay = shop.product(ProductKind.LODGING, "Chalet", 50_000, 1000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private PlacedOrder.Part part = placed("");

    @Test
    void anAmountIsShownFirstAndThatIsWhatHappens() {
        RefundEffect effect = preview(RefundWish.amount(1_250));
        assertThat(effect.refunded()).isEqualTo(Money.euros(1_250));
        assertThat(effect.leftAfter()).isEqualTo(Money.euros(59_000 - 1_250));
        long before = owed();

        assertThat(give(RefundWish.amount(1_250))).isEqualTo(1_250);

        assertThat(owed() - before).isEqualTo(effect.effectOnNet().cents());
        assertThat(desk.state(part.id())).as("it lives on").isEqualTo("RECORDED");
        assertThat(refunds()).containsExactly("1250 of no line " + WHY);
        assertThat(desk.sql.number("select taken from capacity where id = ?", part.claim()))
                .as("its place is kept")
                .isEqualTo(1);
        assertThat(desk.ledger.proof(part.number()).debitCents())
                .isEqualTo(desk.ledger.proof(part.number()).creditCents());
    }

    @Test
    void eachRefundTellsItsOwnEntriesAndWhoAskedForIt() {
        long before = owed();
        give(RefundWish.amount(1_250));
        long between = owed();
        give(RefundWish.amount(500));
        List<Transaction> told = desk.orders.byId(maud, part.id()).transactions();
        assertThat(told)
                .extracting(AMerchantGivesMoneyBackTest::booked)
                .as("the later refund, the earlier, and the payment, of which this sale has no entries")
                .containsExactly(owed() - between, between - before, 0L);
        assertThat(told).extracting(Transaction::requestedBy).containsExactly("Maud Bréhal", "Maud Bréhal", null);
    }

    @Test
    void aPrestationOnlyUpToWhatItCost() {
        assertThat(give(RefundWish.ofLine(part.lineId()))).isEqualTo(9_000);
        assertThat(refunds()).containsExactly("9000 of " + part.lineId() + " " + WHY);
        assertThatThrownBy(() -> give(RefundWish.ofLine(part.lineId())))
                .as("it is given back already")
                .isInstanceOf(RefundTooLarge.class);
        assertThat(TestDatabase.inTransaction(
                        () -> desk.givingBack.left(part.id(), maud).ofLines()))
                .containsEntry(part.lineId(), 0L);
        assertThat(give(RefundWish.all())).as("all that is left").isEqualTo(50_000);
        assertThatThrownBy(() -> give(RefundWish.all())).isInstanceOf(RefundTooLarge.class);
    }

    @Test
    void aPrestationWhosePriceArrivedIsRefundedOnceAndItsPartGoesOn() {
        give(RefundWish.ofLine(part.lineId()));
        arrives(RefundTransition.FAIL, "FAILED");
        assertThat(lineState(part.lineId())).as("it has not arrived").isEqualTo("CONFIRMED");

        arrives(RefundTransition.SUCCEED, "SUCCEEDED");
        arrives(RefundTransition.SUCCEED, "SUCCEEDED");

        assertThat(lines()).containsExactly("CONFIRMED", "REFUNDED");
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        PartDetail detail = desk.orders.byId(maud, part.id());
        assertThat(detail.part().standingCents()).as("as it was ordered").isEqualTo(59_000);
        assertThat(detail.lineHistory()).singleElement().satisfies(move -> {
            assertThat(move.to()).isEqualTo(OrderLineState.REFUNDED);
            assertThat(move.by()).isEqualTo(Actor.Kind.SYSTEM);
            assertThat(move.why()).isEqualTo(Why.said(WHY));
        });
        assertThat(desk.sql.number("select taken from capacity where id = ?", part.claim()))
                .as("its place is kept")
                .isEqualTo(1);
    }

    @Test
    void aPrestationOfWhichSomethingIsLeftStaysConfirmed() {
        give(RefundWish.amount(8_999));
        arrives(RefundTransition.SUCCEED, "SUCCEEDED");
        assertThat(lines()).containsExactly("CONFIRMED", "CONFIRMED");

        give(RefundWish.ofLine(part.lineId()));
        desk.sql.update(
                "insert into balance_due (id, bill_id, order_id, merchant_order_id, line_id, merchant_id, amount_cents, due_on, send_on,"
                        + " token_hash, token, state) select l.id, l.id, m.order_id, m.id, l.id, m.merchant_id, 100, '2026-12-01',"
                        + " '2026-12-01', uuid_send(gen_random_uuid()), 't', 'SCHEDULED' from order_line l"
                        + " join merchant_order m on m.id = l.merchant_order_id where l.id = ?",
                part.lineId());
        arrives(RefundTransition.SETTLE, "SUCCEEDED");
        assertThat(lines())
                .as("a deposit is not the price while the balance is asked for")
                .containsExactly("CONFIRMED", "CONFIRMED");
    }

    @Test
    void aCancelledPrestationStaysCancelledAndARefundedOneMayBe() {
        part = placed("\"cancel.granularity\":\"LINE\"");
        give(RefundWish.ofLine(part.lineId()));
        arrives(RefundTransition.SETTLE, "SUCCEEDED");
        TestDatabase.inTransaction(() -> desk.cancellation.cancelLines(
                part.id(), desk.version(part.id()), Set.of(part.lineId()), Why.said("Fermeture"), maud));

        assertThat(lines()).containsExactly("CANCELLED", "CONFIRMED");
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
        assertThat(desk.sql.number("select taken from capacity where id = ?", part.claim()))
                .as("its place is free")
                .isZero();
        assertThat(refunds()).as("nothing goes back twice").hasSize(1);
        arrives(RefundTransition.SUCCEED, "SUCCEEDED");
        assertThat(lines()).containsExactly("CANCELLED", "CONFIRMED");
        assertThat(desk.orders.byId(maud, part.id()).lineHistory())
                .extracting(PartDetail.LineMoved::to)
                .containsExactly(OrderLineState.CANCELLED, OrderLineState.REFUNDED);
    }

    @Test
    void neverMoreThanIsLeft() {
        assertThatThrownBy(() -> give(RefundWish.amount(59_001)))
                .isInstanceOfSatisfying(
                        RefundTooLarge.class,
                        refused -> assertThat(refused.leftCents()).isEqualTo(59_000));
        assertThatThrownBy(() -> give(RefundWish.ofLine(-1))).isInstanceOf(RefundTooLarge.class);
        assertThat(refunds()).isEmpty();
    }

    @Test
    void onceOfAStalePageOrADoubleClick() {
        assertThat(AtOnce.accepted(
                        Collections.nCopies(4, () -> give(RefundWish.amount(500), 59_000, maud)), RefundStale.class))
                .isEqualTo(1);
        assertThat(refunds()).hasSize(1);
    }

    @Test
    void leavesAtOnceEvenWhereACancellationsMoneyWaits() {
        part = placed("\"refund.mode\":\"MANUAL\"");
        give(RefundWish.amount(500));
        assertThat(desk.sql.number(
                        "select count(*) from refund where merchant_order_id = ? and next_check_at is not null",
                        part.id()))
                .isEqualTo(1);
    }

    @Test
    void theOperatorForTheMerchantWhoIsTold() {
        Actor town = Actor.operator(shop.operator(shop.portalId), "Mairie");
        give(RefundWish.amount(1_250), 59_000, town);
        assertThat(desk.sql.number(
                        "select count(*) from audit_entry where action = 'refund_asked' and on_behalf_of = ?",
                        shop.merchantId))
                .isEqualTo(1);
        assertThat(desk.sql.list(
                        "select event from notification where merchant_order_id = ?",
                        row -> row.text("event"),
                        part.id()))
                .as("K18")
                .containsExactly("REFUNDED_ON_BEHALF");
    }

    @Test
    void nobodyElse() {
        Actor stranger = Actor.merchant(TestIds.id(), "X", shop.merchant("Autre"));
        assertThatThrownBy(() -> give(RefundWish.amount(1), 59_000, stranger)).isInstanceOf(PartUnknown.class);
        assertThatThrownBy(() -> preview(RefundWish.all(), stranger)).isInstanceOf(PartUnknown.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> desk.givingBack.left(part.id(), stranger)))
                .isInstanceOf(PartUnknown.class);
        assertThat(refunds()).isEmpty();
    }

    /** Whatever is given back in whatever order, and cancelled in the end: the customer gets back what was paid, to the cent. */
    @Test
    void inTheEndExactlyWhatWasPaid() {
        Seeds.forAll(15, random -> {
            part = placed("");
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                RefundWish wish = any(random);
                try {
                    long shown = preview(wish).refunded().cents();
                    assertThat(give(wish)).isEqualTo(shown);
                } catch (RefundTooLarge nothingLeft) {
                    assertThat(wish.cents() == null ? 0 : wish.cents()).isLessThanOrEqualTo(60_000);
                }
            }
            TestDatabase.inTransaction(
                    () -> desk.cancellation.cancel(part.id(), desk.version(part.id()), Why.said("Fermeture"), maud));
            assertThat(desk.sql.number("select sum(amount_cents) from refund where merchant_order_id = ?", part.id()))
                    .isEqualTo(59_000);
            assertThat(desk.sql.number(
                            "select tax_returned_cents - tax_cents from payment_share where id = ?", part.shareId()))
                    .isZero();
            assertThat(desk.ledger.proof(part.number()).debitCents())
                    .isEqualTo(desk.ledger.proof(part.number()).creditCents());
        });
    }

    private RefundWish any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> RefundWish.ofLine(part.lineId());
            case 1 -> RefundWish.all();
            default -> RefundWish.amount(1 + random.nextInt(30_000));
        };
    }

    private PlacedOrder.Part placed(String frozen) {
        PlacedOrder order = PlacedOrder.of(shop, "MOUNTAIN", frozen, TestClock.instantOf("2026-11-21T09:00"));
        PlacedOrder.Part first =
                order.part(shop.merchantId, shop.shopId, lesson, 9_000, MerchantOrderState.RECORDED, null);
        order.line(first, stay, 50_000, 660);
        return first;
    }

    private RefundEffect preview(RefundWish wish) {
        return preview(wish, maud);
    }

    private RefundEffect preview(RefundWish wish, Actor actor) {
        return TestDatabase.inTransaction(() -> desk.givingBack.preview(part.id(), wish, actor));
    }

    private long give(RefundWish wish) {
        return give(
                wish,
                TestDatabase.inTransaction(
                        () -> desk.givingBack.left(part.id(), maud).cents()),
                maud);
    }

    private long give(RefundWish wish, long left, Actor actor) {
        return TestDatabase.inTransaction(() -> desk.givingBack.give(part.id(), wish, left, WHY, actor));
    }

    /** All that was asked for so far. */
    private void arrives(RefundTransition move, String state) {
        RefundedLines refunded = Wired.with(
                new RefundedLines(), desk.sql, new TestIds(), desk.clock, Wired.with(new PartShares(), desk.sql));
        desk.sql.update("update refund set state = ? where merchant_order_id = ?", state, part.id());
        desk.sql
                .list(
                        "select id from refund where merchant_order_id = ? order by id",
                        row -> row.number("id"),
                        part.id())
                .forEach(refund -> TestDatabase.inTransaction(() -> refunded.onMove(new RefundMoved(refund, move))));
    }

    private String lineState(long line) {
        return desk.sql
                .one("select state from order_line where id = ?", row -> row.text("state"), line)
                .orElseThrow();
    }

    private List<String> lines() {
        return desk.sql.list(
                "select state from order_line where merchant_order_id = ? order by state",
                row -> row.text("state"),
                part.id());
    }

    private List<String> refunds() {
        return desk.sql.list(
                "select amount_cents || ' of ' || coalesce(line_id::text, 'no line') || ' ' || reason as r from refund"
                        + " where merchant_order_id = ? order by id",
                row -> row.text("r"),
                part.id());
    }

    private static long booked(Transaction transaction) {
        return transaction.booked().stream()
                .mapToLong(Transaction.Booked::cents)
                .sum();
    }

    /** What the merchant is owed, in cents. */
    private long owed() {
        return -desk.ledger.balance(AccountRef.pending(shop.merchantId))
                - desk.ledger.balance(AccountRef.available(shop.merchantId))
                - desk.ledger.balance(AccountRef.debt(shop.merchantId));
    }
}
