package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.model.NewAccount;
import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.Why;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.Role;
import fr.halle.testing.AtOnce;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A till moves a merchant's parts by the API: lost answers and repeated requests included. */
class AProgramMovesAPartTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final Actor till = Actor.merchant(
            desk.accounts.create(new NewAccount(
                    "till" + TestIds.id(),
                    "m@exemple.fr",
                    "Caisse",
                    "pw",
                    Role.OWNER,
                    shop.portalId,
                    shop.merchantId,
                    "fr")),
            "Caisse",
            shop.merchantId);
    private final PlacedOrder sale = PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"));
    private final PlacedOrder.Part part = sale.part(shop.merchantId, shop.shopId, product, 10_200);

    @Test
    void twiceUnderOneKeyIsOnceAndAnsweredAlike() {
        PartMoves.Moved first = move(MerchantOrderTransition.PROCESS, 0, null, "key");
        PartMoves.Moved again = move(MerchantOrderTransition.PROCESS, 0, null, "key");
        assertThat(again).isEqualTo(first);
        assertThat(first.state()).isEqualTo(MerchantOrderState.PROCESSING);
        assertThat(moves()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        move(MerchantOrderTransition.PROCESS, 0, null, "key");
        assertThatThrownBy(() -> move(MerchantOrderTransition.READY, 1, null, "key"))
                .isInstanceOf(MoveKeyReused.class);
        assertThat(moves()).isEqualTo(1);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        assertThatThrownBy(() -> move(MerchantOrderTransition.READY, 0, null, "key"))
                .isInstanceOf(MoveRefused.class);
        assertThat(move(MerchantOrderTransition.PROCESS, 0, null, "key").state())
                .isEqualTo(MerchantOrderState.PROCESSING);
    }

    @Test
    void eightAtOnceUnderOneKeyCancelAndRefundOnce() {
        assertThat(AtOnce.all(8, () -> move(MerchantOrderTransition.CANCEL, 0, "rupture", "key")))
                .extracting(PartMoves.Moved::state)
                .containsOnly(MerchantOrderState.CANCELLED);
        assertThat(moves()).isEqualTo(1);
        assertThat(desk.sql.number("select count(*) from refund where merchant_order_id = ?", part.id()))
                .isEqualTo(1);
    }

    /** CANCEL is for what is worked on, CANCEL_ERROR for what is in ERROR: neither is made in the other's place. */
    @Test
    void theMoveThatWasAskedForIsMadeAndNoOther() {
        Actor operator = Actor.operator(shop.operator(shop.portalId), "Camille");
        assertThatThrownBy(() -> move(operator, MerchantOrderTransition.CANCEL_ERROR, 0))
                .isInstanceOf(MoveRefused.class);
        assertThat(moves()).isZero();
        assertThat(refunded(part)).isZero();
        desk.move(part.id(), MerchantOrderTransition.FAIL, Actor.SYSTEM, "Le prestataire ne répond plus");
        assertThatThrownBy(() -> move(operator, MerchantOrderTransition.CANCEL, 1))
                .isInstanceOf(MoveRefused.class);
        assertThat(refunded(part)).isZero();
        assertThat(move(operator, MerchantOrderTransition.CANCEL_ERROR, 1).state())
                .isEqualTo(MerchantOrderState.CANCELLED);
        assertThat(refunded(part)).isEqualTo(10_200);
    }

    private PartMoves.Moved move(Actor actor, MerchantOrderTransition transition, int version) {
        PartMoves.Wish wish = new PartMoves.Wish(transition, version, Why.said("rupture"));
        return TestDatabase.inTransaction(() -> desk.moves.move(actor, part.number(), wish, null));
    }

    @Test
    void aVersionThatIsNotTheLastIsRefused() {
        assertThatThrownBy(() -> move(MerchantOrderTransition.PROCESS, 7, null, null))
                .isInstanceOf(PartMoved.class);
        assertThatThrownBy(() -> move(MerchantOrderTransition.CANCEL, 0, " ", null))
                .isInstanceOf(ReasonMissing.class);
        assertThat(moves()).isZero();
    }

    /** K9: the merchant's program cancels a line as the page does, and is answered again under its key. */
    @Test
    void someLinesAreCancelledAloneWhereThePortalSaysSo() {
        PlacedOrder order = PlacedOrder.of(
                shop, "TOWN_PICKUP", "\"cancel.granularity\":\"LINE\"", TestClock.instantOf("2026-11-21T09:00"));
        PlacedOrder.Part two = order.part(shop.merchantId, shop.shopId, product, 10_200);
        PlacedOrder.Line second = order.line(two, product, 3_400, 0);
        assertThatThrownBy(() -> cancel(two, 0, Set.of(part.lineId()), "key"))
                .as("another part's line")
                .isInstanceOf(LinesRefused.class);
        PartMoves.Moved first = cancel(two, 0, Set.of(second.id()), "key");
        assertThat(first.state()).as("the part lives on").isEqualTo(MerchantOrderState.RECORDED);
        assertThat(first.version()).isEqualTo(1);
        assertThat(cancel(two, 0, Set.of(second.id()), "key")).isEqualTo(first);
        assertThatThrownBy(() -> cancel(two, 0, Set.of(two.lineId()), "key")).isInstanceOf(MoveKeyReused.class);
        assertThat(refunded(two)).isEqualTo(3_400);
        assertThat(desk.orders.byNumber(till, two.number()).part().standingCents())
                .isEqualTo(10_200);
        assertThat(cancel(two, 1, Set.of(two.lineId()), "last").state())
                .as("the last line takes the part with it")
                .isEqualTo(MerchantOrderState.CANCELLED);
        assertThat(refunded(two)).isEqualTo(13_600);
        PlacedOrder.Line more = sale.line(part, product, 100, 0);
        assertThatThrownBy(() -> cancel(part, 0, Set.of(more.id()), null))
                .as("M48")
                .isInstanceOf(LinesRefused.class);
    }

    private PartMoves.Moved cancel(PlacedOrder.Part one, int version, Set<Long> lines, @Nullable String key) {
        Why why = new Why(CancelReason.UNAVAILABLE, "");
        return TestDatabase.inTransaction(() -> desk.moves.move(
                till,
                one.number(),
                new PartMoves.Wish(MerchantOrderTransition.CANCEL, version, why, null, lines),
                key));
    }

    private long refunded(PlacedOrder.Part one) {
        return desk.sql.number(
                "select coalesce(sum(amount_cents), 0) from refund where merchant_order_id = ?", one.id());
    }

    private PartMoves.Moved move(
            MerchantOrderTransition transition, int version, @Nullable String reason, @Nullable String key) {
        return TestDatabase.inTransaction(() ->
                desk.moves.move(till, part.number(), new PartMoves.Wish(transition, version, Why.said(reason)), key));
    }

    private long moves() {
        return desk.sql.number("select count(*) from order_move where merchant_order_id = ?", part.id());
    }
}
