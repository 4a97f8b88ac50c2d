package fr.halle.order.service;

import static fr.halle.order.model.MerchantOrderTransition.CANCEL;
import static fr.halle.order.model.MerchantOrderTransition.COMPLETE;
import static fr.halle.order.model.MerchantOrderTransition.CONFIRM;
import static fr.halle.order.model.MerchantOrderTransition.FAIL;
import static fr.halle.order.model.MerchantOrderTransition.PROCESS;
import static fr.halle.order.model.MerchantOrderTransition.RESUME_PROCESSING;
import static fr.halle.order.model.MerchantOrderTransition.RESUME_READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.model.NewAccount;
import fr.halle.order.model.CancelLimit;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.model.Role;
import fr.halle.testing.AtOnce;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** M35–M42: the statuses of a part, who may move it where, and what follows. */
class AMerchantMovesItsPartTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final Actor operator = Actor.operator(operatorOf(shop), "Mairie");

    @Test
    void everyMoveFromEveryStateIsWhatTheTableSays() {
        for (Actor actor : List.of(maud, operator, Actor.SYSTEM)) {
            for (MerchantOrderState state : MerchantOrderState.values()) {
                for (MerchantOrderTransition move : MerchantOrderTransition.values()) {
                    PlacedOrder.Part part = part(state, "\"cancel.merchant_until\":\"BEFORE_COMPLETED\"", null);
                    boolean replayElsewhere = state == MerchantOrderState.ERROR
                            && !move.isCancellation()
                            && move.to() != MerchantOrderState.PROCESSING;
                    boolean allowed = move.isOpenTo(state, actor.kind()) && !replayElsewhere;
                    if (allowed) {
                        desk.move(part.id(), move, actor, "a reason");
                    } else {
                        assertThatThrownBy(() -> desk.move(part.id(), move, actor, "a reason"))
                                .isInstanceOf(MoveRefused.class);
                    }
                    assertThat(desk.state(part.id()))
                            .as("%s from %s by %s", move, state, actor.kind())
                            .isEqualTo((allowed ? move.to() : state).name());
                }
            }
        }
    }

    @Test
    void theMenuHoldsExactlyWhatWouldBeAccepted() {
        for (MerchantOrderState state : MerchantOrderState.values()) {
            PlacedOrder.Part part = part(state, "", null);
            List<MerchantOrderTransition> menu =
                    TestDatabase.inTransaction(() -> desk.lifecycle.availableTo(maud, part.id()));
            for (MerchantOrderTransition move : MerchantOrderTransition.values()) {
                PlacedOrder.Part twin = part(state, "", null);
                boolean accepted = accepts(() -> desk.move(twin.id(), move, maud, "a reason"));
                assertThat(menu.contains(move)).as("%s from %s", move, state).isEqualTo(accepted);
            }
        }
    }

    @Test
    void theCancellationLimitFrozenOnTheOrderBindsTheMerchantAndNotTheOperator() {
        for (CancelLimit limit : CancelLimit.values()) {
            for (MerchantOrderState state : CANCEL.from()) {
                String frozen = "\"cancel.merchant_until\":\"" + limit + "\"";
                PlacedOrder.Part part = part(state, frozen, null);
                assertThat(accepts(() -> desk.move(part.id(), CANCEL, maud, "rupture")))
                        .as("%s in %s (K1, M49)", limit, state)
                        .isEqualTo(limit.allows(state));
                PlacedOrder.Part other = part(state, frozen, null);
                desk.move(other.id(), CANCEL, operator, "à la demande du commerçant");
                assertThat(desk.state(other.id())).as("O01").isEqualTo("CANCELLED");
            }
        }
    }

    /** K17. */
    @Test
    void cannotBeCompletedBeforeItsSlotWhereThePortalWaitsForIt() {
        Instant slot = TestClock.instantOf("2026-11-21T15:30");
        PlacedOrder.Part part = part(MerchantOrderState.READY, "\"complete.requires\":\"SLOT_STARTED\"", slot);
        assertThatThrownBy(() -> desk.move(part.id(), COMPLETE, maud, null)).isInstanceOf(TooEarlyToComplete.class);
        desk.clock.set("2026-11-21T15:30");
        desk.move(part.id(), COMPLETE, maud, null);
        assertThat(desk.state(part.id())).isEqualTo("COMPLETED");
    }

    @Test
    void isLetGoFortyEightHoursAfterItIsCompleted() {
        PlacedOrder.Part part = part(MerchantOrderState.READY, "", null);
        desk.move(part.id(), COMPLETE, maud, null);
        assertThat(instant(part, "completed_at")).isEqualTo(desk.clock.instant());
        assertThat(instant(part, "release_at")).as("K2, M67").isEqualTo(TestClock.instantOf("2026-11-23T10:00"));
    }

    @Test
    void tellsTheCustomerAtEachMoveButNotOfAnError() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED, "", null);
        desk.move(part.id(), CONFIRM, maud, null);
        desk.move(part.id(), PROCESS, maud, null);
        desk.move(part.id(), FAIL, Actor.SYSTEM, "a refund failed three times");
        desk.move(part.id(), RESUME_PROCESSING, operator, null);
        assertThat(letters(part)).containsExactly("PART_MOVED:CONFIRMING", "PART_MOVED:PROCESSING");
    }

    @Test
    void aReplayGoesBackWhereItCameFromAndNowhereElse() {
        PlacedOrder.Part part = part(MerchantOrderState.PROCESSING, "", null);
        desk.move(part.id(), FAIL, Actor.SYSTEM, "an invariant");
        assertThatThrownBy(() -> desk.move(part.id(), RESUME_READY, operator, null))
                .isInstanceOf(MoveRefused.class);
        desk.move(part.id(), RESUME_PROCESSING, operator, null);
        assertThat(desk.state(part.id())).isEqualTo("PROCESSING");
    }

    @Test
    void keepsWhoMovedItAndOnWhoseBehalf() {
        PlacedOrder.Part part = part(MerchantOrderState.PROCESSING, "", null);
        desk.move(part.id(), CANCEL, operator, "  la boutique est fermée  ");
        List<String> rows = desk.sql.list(
                "select from_state, to_state, actor_name, on_behalf, reason from order_move where merchant_order_id = ?",
                row -> row.text("from_state") + ">" + row.text("to_state") + " " + row.text("actor_name") + " "
                        + row.flag("on_behalf") + " " + row.text("reason"),
                part.id());
        assertThat(rows).containsExactly("PROCESSING>CANCELLED Mairie true la boutique est fermée");
        assertThat(desk.sql.number(
                        "select count(*) from audit_entry where subject = ? and on_behalf_of = ?",
                        part.number(),
                        shop.merchantId))
                .as("K18")
                .isEqualTo(1);
    }

    @Test
    void aCancellationWithoutAReasonIsRefused() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED, "", null);
        for (String blank : new @Nullable String[] {null, "", " \t"}) {
            assertThatThrownBy(() -> desk.move(part.id(), CANCEL, maud, blank)).isInstanceOf(ReasonMissing.class);
        }
        assertThat(desk.state(part.id())).as("M40").isEqualTo("RECORDED");
    }

    @Test
    void theSecondClerkIsToldAndNothingIsOverwritten() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED, "", null);
        int seenByBoth = desk.version(part.id());
        desk.move(part.id(), seenByBoth, PROCESS, maud);
        assertThatThrownBy(() -> desk.move(part.id(), seenByBoth, CONFIRM, maud))
                .isInstanceOfSatisfying(
                        PartMoved.class,
                        told -> assertThat(told.details())
                                .containsExactly(
                                        part.number(),
                                        MerchantOrderState.PROCESSING,
                                        "Maud Bréhal",
                                        desk.clock.instant()));
        assertThat(desk.state(part.id())).isEqualTo("PROCESSING");
        assertThatThrownBy(() -> desk.move(part.id(), Integer.MAX_VALUE, COMPLETE, maud))
                .isInstanceOf(PartMoved.class);
        PlacedOrder.Part untouched = part(MerchantOrderState.RECORDED, "", null);
        assertThatThrownBy(() -> desk.move(untouched.id(), 7, PROCESS, maud))
                .as("a version that never was")
                .isInstanceOfSatisfying(
                        PartMoved.class, told -> assertThat(told.variant()).isEmpty());
    }

    @Test
    void ofThirtyTwoMovesAtOnceOneWins() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED, "", null);
        int version = desk.version(part.id());
        List<Runnable> moves =
                new ArrayList<>(Collections.nCopies(16, () -> desk.move(part.id(), version, PROCESS, maud)));
        moves.addAll(Collections.nCopies(16, () -> desk.move(part.id(), version, CONFIRM, maud)));
        assertThat(AtOnce.accepted(moves, BusinessException.class)).isEqualTo(1);
        assertThat(desk.sql.number("select count(*) from order_move where merchant_order_id = ?", part.id()))
                .isEqualTo(1);
        assertThat(letters(part)).hasSize(1);
    }

    @Test
    void anotherMerchantsPartDoesNotExist() {
        PlacedOrder.Part part = part(MerchantOrderState.RECORDED, "", null);
        Actor stranger = Actor.merchant(TestIds.id(), "Stranger", shop.merchant("Autre"));
        Actor elsewhere = Actor.operator(operatorOf(TestShop.in(Preset.TOWN_PICKUP)), "Elsewhere");
        for (MerchantOrderTransition move : MerchantOrderTransition.values()) {
            for (Actor actor : List.of(stranger, elsewhere, Actor.customer(1, "Camille"))) {
                assertThatThrownBy(() -> desk.move(part.id(), move, actor, "a reason"))
                        .isInstanceOf(PartUnknown.class);
            }
        }
        for (long forged : new long[] {0, -1, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> desk.move(forged, PROCESS, maud, null)).isInstanceOf(PartUnknown.class);
        }
        assertThat(desk.state(part.id())).as("K28").isEqualTo("RECORDED");
    }

    private PlacedOrder.Part part(MerchantOrderState state, String frozen, @Nullable Instant slot) {
        return PlacedOrder.of(shop, "TOWN_PICKUP", frozen, TestClock.instantOf("2026-11-21T09:00"))
                .part(shop.merchantId, shop.shopId, product, 10_200, state, slot);
    }

    private long operatorOf(TestShop portal) {
        return desk.accounts.create(new NewAccount(
                "op" + TestIds.id(),
                "op@exemple.fr",
                "Mairie",
                "password",
                Role.OPERATOR,
                portal.portalId,
                null,
                "fr"));
    }

    private List<String> letters(PlacedOrder.Part part) {
        return desk.sql.list(
                "select event || ':' || (data ->> 'to') as letter from notification where merchant_order_id = ? order by id",
                row -> row.text("letter"),
                part.id());
    }

    private @Nullable Instant instant(PlacedOrder.Part part, String column) {
        return desk.sql
                .list(
                        "select " + column + " from merchant_order where id = ?",
                        row -> row.instantOrNull(column),
                        part.id())
                .get(0);
    }

    private static boolean accepts(Runnable move) {
        try {
            move.run();
            return true;
        } catch (MoveRefused | PartMoved e) {
            return false;
        }
    }
}
