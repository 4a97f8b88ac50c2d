package fr.halle.order.service;

import static fr.halle.order.model.MerchantOrderTransition.CANCEL;
import static fr.halle.order.model.MerchantOrderTransition.CANCEL_ERROR;
import static fr.halle.order.model.MerchantOrderTransition.COMPLETE;
import static fr.halle.order.model.MerchantOrderTransition.FAIL;
import static fr.halle.order.model.MerchantOrderTransition.PROCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.ManyMoves.Asked;
import fr.halle.order.service.ManyMoves.Outcome;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.service.Transactions;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** M36–M39: one move of several parts, one answer each; what is refused leaves the others done. */
class AMerchantMovesSeveralPartsTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final ManyMoves many = Wired.with(new ManyMoves(), desk.moves, new Transactions() {
        @Override
        public <T> T inNew(Supplier<T> work) {
            return TestDatabase.inTransaction(work);
        }
    });

    @Test
    void eachIsDoneOrRefusedByItself() {
        PlacedOrder.Part fresh = part(MerchantOrderState.RECORDED);
        PlacedOrder.Part done = part(MerchantOrderState.COMPLETED);
        PlacedOrder.Part stale = part(MerchantOrderState.RECORDED);
        PlacedOrder.Part last = part(MerchantOrderState.CONFIRMING);
        Asked seenBefore = asked(stale);
        desk.move(stale.id(), MerchantOrderTransition.CONFIRM, maud, null);

        List<Outcome> outcomes = many.move(maud, PROCESS, List.of(asked(fresh), asked(done), seenBefore, asked(last)));

        assertThat(outcomes)
                .extracting(Outcome::number)
                .containsExactly(fresh.number(), done.number(), stale.number(), last.number());
        assertThat(outcomes)
                .extracting(Outcome::state)
                .containsExactly(MerchantOrderState.PROCESSING, null, null, MerchantOrderState.PROCESSING);
        assertThat(outcomes.get(1).refusal()).isInstanceOf(MoveRefused.class);
        assertThat(outcomes.get(2).refusal()).as("somebody was quicker").isInstanceOf(PartMoved.class);
        assertThat(List.of(fresh, done, stale, last))
                .extracting(one -> desk.state(one.id()))
                .containsExactly("PROCESSING", "COMPLETED", "CONFIRMING", "PROCESSING");
    }

    @Test
    void theSameFormSentAgainMovesNothing() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED);
        List<Asked> form = List.of(asked(part));
        many.move(maud, COMPLETE, form);
        assertThat(many.move(maud, COMPLETE, form).get(0).refusal()).isInstanceOf(PartMoved.class);
        assertThat(desk.sql.number("select count(*) from order_move where merchant_order_id = ?", part.id()))
                .isEqualTo(1);
    }

    @Test
    void anotherMerchantsPartAmongThemDoesNotExist() {
        PlacedOrder.Part mine = part(MerchantOrderState.RECORDED);
        long other = shop.merchant("Caves Aubry");
        PlacedOrder.Part foreign = PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"))
                .part(other, shop.shop(other, "Caves Aubry"), product, 900);
        List<Outcome> outcomes = many.move(maud, PROCESS, List.of(asked(foreign), asked(mine)));
        assertThat(outcomes.get(0).refusal()).as("K28").isInstanceOf(PartUnknown.class);
        assertThat(desk.state(foreign.id())).isEqualTo("RECORDED");
        assertThat(desk.state(mine.id())).isEqualTo("PROCESSING");
    }

    @Test
    void aCancellationIsNotAmongWhatSeveralCanDo() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED);
        for (MerchantOrderTransition cancellation : List.of(CANCEL, CANCEL_ERROR)) {
            assertThatThrownBy(() -> many.move(maud, cancellation, List.of(asked(part))))
                    .as("M40")
                    .isInstanceOf(ReasonMissing.class);
        }
        assertThat(many.move(maud, FAIL, List.of(asked(part))).get(0).refusal())
                .as("M41")
                .isInstanceOf(MoveRefused.class);
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
    }

    @Test
    void moreThanAHundredAreRefusedAtOnce() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED);
        List<Asked> tooMany = Collections.nCopies(ManyMoves.MOST + 1, asked(part));
        assertThatThrownBy(() -> many.move(maud, PROCESS, tooMany)).isInstanceOf(TooManyAtOnce.class);
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
    }

    private Asked asked(PlacedOrder.Part part) {
        return new Asked(part.number(), desk.version(part.id()));
    }

    private PlacedOrder.Part part(MerchantOrderState state) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"))
                .part(shop.merchantId, shop.shopId, product, 10_200, state, null);
    }
}
