package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.model.NewAccount;
import fr.halle.ledger.service.Ledger;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Money;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.ReasonRefused;
import fr.halle.shared.model.Role;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestEvent;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** M40, M47, C15, C16: a merchant calls its own part off. */
class MerchantCancelsItsPartTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final long vintner = shop.merchant("Caves Aubry");
    private final long cellar = shop.shop(vintner, "Caves Aubry");
    private final long wine = shop.product(cellar, ProductKind.GOODS, "Muscadet", 1200, 2000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final Ledger ledger = desk.ledger;
    private final TestEvent<BalanceMoved> balances = desk.balances;
    private final Cancellation cancellation = desk.cancellation;

    private final PlacedOrder order = PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"));
    private final PlacedOrder.Part fish = order.part(
            shop.merchantId,
            shop.shopId,
            product,
            10_200,
            MerchantOrderState.RECORDED,
            TestClock.instantOf("2026-11-21T11:30"));
    private final PlacedOrder.Part bottle = order.part(vintner, cellar, wine, 1_200);

    /** K9: the whole part of the shop, and no other. */
    @Test
    void leavesTheOthersUntouched() {
        String before = everythingOf(bottle);
        cancel("La criée était fermée");
        assertThat(desk.state(fish.id())).isEqualTo("CANCELLED");
        assertThat(everythingOf(bottle)).as("M47, C16").isEqualTo(before);
        assertThat(taken(bottle)).isEqualTo(1);
        assertThat(taken(fish)).as("its own stock is for sale again").isZero();
        assertThat(lineStates()).containsExactly("CANCELLED", "CONFIRMED");
        assertThat(desk.sql.number("select count(*) from refund where merchant_order_id = ?", bottle.id()))
                .isZero();
    }

    @Test
    void showsInEurosWhatWillHappenAndThatIsWhatHappens() {
        CancellationEffect effect = preview();
        assertThat(effect.allowed()).isTrue();
        assertThat(effect.refunded()).isEqualTo(Money.euros(10_200));
        assertThat(effect.feeReturned()).as("K6").isEqualTo(Money.euros(320));
        assertThat(effect.effectOnNet()).isEqualTo(Money.euros(-9_880));
        assertThat(effect.otherParts()).isEqualTo(1);
        cancel("La criée était fermée");
        assertThat(desk.sql.number(
                        "select sum(amount_cents - fee_returned_cents) from refund where merchant_order_id = ?",
                        fish.id()))
                .isEqualTo(-effect.effectOnNet().cents());
        assertThat(preview().refunded()).as("nothing is left").isEqualTo(Money.ZERO);
        assertThat(ledger.proof(fish.number()).debitCents())
                .isEqualTo(ledger.proof(fish.number()).creditCents())
                .isPositive();
    }

    @Test
    void keepsTheFeeWhereThePortalKeepsIt() {
        PlacedOrder kept = PlacedOrder.of(
                shop, "TOWN_PICKUP", "\"fees.on_refund\":\"KEPT\"", TestClock.instantOf("2026-11-21T09:00"));
        PlacedOrder.Part part = kept.part(shop.merchantId, shop.shopId, product, 10_200);
        CancellationEffect effect = TestDatabase.inTransaction(() -> cancellation.preview(part.id(), maud));
        assertThat(effect.feeReturned()).isEqualTo(Money.ZERO);
        assertThat(effect.effectOnNet()).isEqualTo(Money.euros(-10_200));
    }

    @Test
    void givesBackOnlyWhatIsLeftAfterAPartialRefund() {
        desk.sql.update("update payment_share set refunded_cents = 3800 where id = ?", fish.shareId());
        desk.sql.update("update payment set refunded_cents = 3800 where id = ?", order.paymentId);
        assertThat(preview().refunded()).isEqualTo(Money.euros(6_400));
        cancel("rupture");
        assertThat(desk.sql.number("select refunded_cents from payment_share where id = ?", fish.shareId()))
                .isEqualTo(10_200);
    }

    @Test
    void tellsTheCustomerOnceWithTheReason() {
        cancel("La criée était fermée");
        List<String> letters = desk.sql.list(
                "select event || ': ' || (data ->> 'reason') as letter from notification where order_id = ?",
                row -> row.text("letter"),
                order.orderId);
        assertThat(letters).as("K8, M42").containsExactly("PART_CANCELLED: La criée était fermée");
    }

    /** M40: a reason of the list, each reads it in his own language, and the words beside it. */
    @Test
    void keepsTheListedReasonAndTheWords() {
        Why why = new Why(CancelReason.UNAVAILABLE, " La criée était fermée ");
        TestDatabase.inTransaction(() -> cancellation.cancel(fish.id(), desk.version(fish.id()), why, maud));
        String told = desk.sql
                .one(
                        "select (data ->> 'code') || '|' || (data ->> 'reason') as told from notification where order_id = ?",
                        row -> row.text("told"),
                        order.orderId)
                .orElseThrow();
        assertThat(told).isEqualTo("UNAVAILABLE|La criée était fermée");
        PartDetail detail = desk.orders.byId(maud, fish.id());
        assertThat(detail.cancelReason().sentence(Locale.ENGLISH))
                .isEqualTo("Product not available. La criée était fermée");
        assertThat(detail.history().get(0).reason()).isEqualTo(detail.cancelReason());
        assertThat(detail.transactions().get(0).reason()).isEqualTo("Produit indisponible. La criée était fermée");
    }

    @Test
    void otherThanTheListNeedsWords() {
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> cancellation.cancel(
                        fish.id(), desk.version(fish.id()), new Why(CancelReason.OTHER, " "), maud)))
                .isInstanceOf(ReasonMissing.class);
        assertThat(desk.state(fish.id())).isEqualTo("RECORDED");
        for (CancelReason reason : CancelReason.values()) {
            assertThat(reason.label(Locale.FRENCH)).isNotBlank().isNotEqualTo(reason.label(Locale.ENGLISH));
        }
    }

    /** K7: 000 has the merchant refund by hand, 002 at once. */
    @Test
    void refundsItWhenItSaysSoWhereThePortalLeavesItToTheMerchant() {
        assertThat(asked(fish)).isZero();
        cancel("rupture");
        assertThat(asked(fish)).as("at once").isEqualTo(1);

        PlacedOrder manual = PlacedOrder.of(
                shop, "TOWN_PICKUP", "\"refund.mode\":\"MANUAL\"", TestClock.instantOf("2026-11-21T09:00"));
        PlacedOrder.Part part = manual.part(shop.merchantId, shop.shopId, product, 10_200);
        TestDatabase.inTransaction(() -> cancellation.cancel(part.id(), desk.version(part.id()), "rupture", maud));
        assertThat(asked(part)).isZero();
        assertThat(waiting(part, maud)).isEqualTo(10_200);
        Actor stranger = Actor.merchant(TestIds.id(), "Aubry", vintner);
        assertThatThrownBy(() -> waiting(part, stranger)).isInstanceOf(PartUnknown.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> cancellation.sendRefunds(part.id(), "", stranger)))
                .isInstanceOf(PartUnknown.class);
        assertThat(asked(part)).isZero();

        TestDatabase.inTransaction(() -> cancellation.sendRefunds(part.id(), "", maud));
        TestDatabase.inTransaction(() -> cancellation.sendRefunds(part.id(), "", maud));
        assertThat(asked(part)).isEqualTo(1);
        assertThat(waiting(part, maud)).isZero();
        assertThat(events(part)).as("its own doing").doesNotContain("REFUNDED_ON_BEHALF");
    }

    /** K18, O01. */
    @Test
    void theOperatorSendsWhatWaitsWithAReasonAndTheMerchantIsTold() {
        PlacedOrder manual = PlacedOrder.of(
                shop, "TOWN_PICKUP", "\"refund.mode\":\"MANUAL\"", TestClock.instantOf("2026-11-21T09:00"));
        PlacedOrder.Part part = manual.part(shop.merchantId, shop.shopId, product, 10_200);
        TestDatabase.inTransaction(() -> cancellation.cancel(part.id(), desk.version(part.id()), "rupture", maud));
        Actor town = Actor.operator(shop.operator(shop.portalId), "Mairie");
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> cancellation.sendRefunds(part.id(), " ", town)))
                .isInstanceOf(ReasonRefused.class);
        assertThat(asked(part)).isZero();

        for (int presses = 0; presses < 2; presses++) {
            TestDatabase.inTransaction(() -> cancellation.sendRefunds(part.id(), "Deux jours sans réponse", town));
        }

        assertThat(asked(part)).isEqualTo(1);
        assertThat(desk.sql.list(
                        "select detail from audit_entry where action = 'refund_sent' and subject = ? and on_behalf_of = ?",
                        row -> row.text("detail"),
                        part.number(),
                        shop.merchantId))
                .containsExactly(Money.euros(10_200) + " · Deux jours sans réponse");
        assertThat(events(part)).containsOnlyOnce("REFUNDED_ON_BEHALF");
    }

    private List<String> events(PlacedOrder.Part part) {
        return desk.sql.list(
                "select event from notification where merchant_order_id = ?", row -> row.text("event"), part.id());
    }

    private long waiting(PlacedOrder.Part part, Actor actor) {
        return TestDatabase.inTransaction(() -> cancellation.waitingRefunds(part.id(), actor));
    }

    /** Refunds that the provider will be asked for. */
    private long asked(PlacedOrder.Part part) {
        return desk.sql.number(
                "select count(*) from refund where merchant_order_id = ? and next_check_at is not null", part.id());
    }

    @Test
    void isSilentWhereThePortalSaysSo() {
        PlacedOrder silent = PlacedOrder.of(
                shop, "TOWN_PICKUP", "\"notify.cancel\":\"false\"", TestClock.instantOf("2026-11-21T09:00"));
        PlacedOrder.Part part = silent.part(shop.merchantId, shop.shopId, product, 10_200);
        TestDatabase.inTransaction(() -> cancellation.cancel(part.id(), desk.version(part.id()), "rupture", maud));
        assertThat(desk.sql.number("select count(*) from notification where order_id = ?", silent.orderId))
                .isZero();
    }

    @Test
    void aMerchantLearnsWhatTheOperatorCancelledForIt() {
        Actor mairie = Actor.operator(
                desk.accounts.create(new NewAccount(
                        "op" + TestIds.id(),
                        "op@exemple.fr",
                        "Mairie",
                        "pw",
                        Role.OPERATOR,
                        shop.portalId,
                        null,
                        "fr")),
                "Mairie");
        desk.move(fish.id(), MerchantOrderTransition.PROCESS, maud, null);
        TestDatabase.inTransaction(() -> cancellation.cancel(fish.id(), desk.version(fish.id()), "hygiène", mairie));
        List<String> letters = desk.sql.list(
                "select event || ' to ' || recipient || ' by ' || coalesce(data ->> 'by', '') as letter from notification"
                        + " where merchant_order_id = ? and event like 'PART_CANCELLED%' order by event",
                row -> row.text("letter"), fish.id());
        assertThat(letters).as("K18, O01").hasSize(2);
        assertThat(letters.get(0)).startsWith("PART_CANCELLED to camille");
        assertThat(letters.get(1))
                .isEqualTo("PART_CANCELLED_ON_BEHALF to m" + shop.merchantId + "@exemple.fr by Mairie");
    }

    @Test
    void waivesABalanceThatIsNotPaid() {
        long balance = TestIds.id();
        desk.sql.update(
                "insert into balance_due (id, order_id, merchant_order_id, line_id, merchant_id, amount_cents, due_on, send_on,"
                        + " token_hash, token, state, bill_id) values (?, ?, ?, ?, ?, 32900, ?, ?, ?, 'b', 'LINK_SENT', ?)",
                balance,
                order.orderId,
                fish.id(),
                fish.lineId(),
                shop.merchantId,
                LocalDate.of(2027, 1, 30),
                LocalDate.of(2027, 1, 16),
                new byte[] {(byte) order.orderNo, (byte) (order.orderNo >> 8), (byte) (order.orderNo >> 16)},
                balance);
        assertThat(preview().waived()).isEqualTo(Money.euros(32_900));
        cancel("fermé cet hiver");
        assertThat(preview().waived()).isEqualTo(Money.ZERO);
        assertThat(balances.fired).hasSize(1);
    }

    @Test
    void isRefusedOnceValidatedAndNothingIsRefunded() {
        desk.move(fish.id(), MerchantOrderTransition.PROCESS, maud, null);
        assertThat(preview().allowed()).isFalse();
        assertThatThrownBy(() -> cancel("trop tard")).as("M49").isInstanceOf(MoveRefused.class);
        assertThat(desk.sql.number("select count(*) from refund where merchant_order_id = ?", fish.id()))
                .isZero();
        assertThat(taken(fish)).isEqualTo(1);
    }

    @Test
    void aStalePageCancelsNothing() {
        int version = desk.version(fish.id());
        desk.move(fish.id(), MerchantOrderTransition.CONFIRM, maud, null);
        assertThatThrownBy(() ->
                        TestDatabase.inTransaction(() -> cancellation.cancel(fish.id(), version, "rupture", maud)))
                .isInstanceOf(PartMoved.class);
        assertThat(desk.state(fish.id())).isEqualTo("CONFIRMING");
    }

    @Test
    void twiceIsOnceAndRefundedOnce() {
        int version = desk.version(fish.id());
        cancel("rupture");
        assertThatThrownBy(() ->
                        TestDatabase.inTransaction(() -> cancellation.cancel(fish.id(), version, "rupture", maud)))
                .isInstanceOf(PartMoved.class);
        assertThatThrownBy(() -> cancel("encore")).isInstanceOf(MoveRefused.class);
        assertThat(desk.sql.number("select count(*) from refund where merchant_order_id = ?", fish.id()))
                .isEqualTo(1);
        assertThat(taken(fish)).isZero();
    }

    @Test
    void ofAnotherMerchantDoesNotExist() {
        Actor stranger = Actor.merchant(TestIds.id(), "Stranger", vintner);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> cancellation.preview(fish.id(), stranger)))
                .isInstanceOf(PartUnknown.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> cancellation.cancel(fish.id(), desk.version(fish.id()), "rupture", stranger)))
                .isInstanceOf(PartUnknown.class);
    }

    private CancellationEffect preview() {
        return TestDatabase.inTransaction(() -> cancellation.preview(fish.id(), maud));
    }

    private void cancel(String reason) {
        TestDatabase.inTransaction(() -> cancellation.cancel(fish.id(), desk.version(fish.id()), reason, maud));
    }

    private long taken(PlacedOrder.Part part) {
        return desk.sql.number("select taken from capacity where id = ?", part.claim());
    }

    private List<String> lineStates() {
        return desk.sql.list(
                "select l.state from order_line l join merchant_order p on p.id = l.merchant_order_id where p.order_id = ?"
                        + " order by l.line_no",
                row -> row.text("state"),
                order.orderId);
    }

    private String everythingOf(PlacedOrder.Part part) {
        return desk.sql
                .one(
                        "select concat_ws('|', p.*, s.*, l.*, c.*) as everything from merchant_order p"
                                + " join payment_share s on s.merchant_order_id = p.id"
                                + " join order_line l on l.merchant_order_id = p.id"
                                + " join capacity c on c.product_id = l.product_id where p.id = ?",
                        row -> row.text("everything"),
                        part.id())
                .orElseThrow();
    }
}
