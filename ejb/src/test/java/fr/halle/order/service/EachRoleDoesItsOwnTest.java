package fr.halle.order.service;

import static fr.halle.order.model.MerchantOrderTransition.CANCEL;
import static fr.halle.order.model.MerchantOrderTransition.PROCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Role;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** M72, K28: four people of one shop, and what the role of each lets it do with an order. */
class EachRoleDoesItsOwnTest {

    private static final List<Role> OF_A_SHOP = List.of(Role.OWNER, Role.ORDER_DESK, Role.READER, Role.SECRETARY);

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.TOWN_PICKUP);
    private final long product = shop.product(ProductKind.GOODS, "Bar sauvage", 3400, 550);

    @Test
    void movesAndCancelsWhatItsRoleAllowsAndNothingElse() {
        for (Role role : OF_A_SHOP) {
            for (MerchantOrderTransition move : List.of(PROCESS, CANCEL)) {
                PlacedOrder.Part part = part();
                Actor somebody = somebody(role);
                List<MerchantOrderTransition> menu =
                        TestDatabase.inTransaction(() -> desk.lifecycle.availableTo(somebody, part.id()));
                boolean allowed = move.permission().isOf(role);
                assertThat(menu.contains(move))
                        .as("%s is offered %s", role, move)
                        .isEqualTo(allowed);
                if (allowed) {
                    desk.move(part.id(), move, somebody, "rupture");
                } else {
                    assertThatThrownBy(() -> desk.move(part.id(), move, somebody, "rupture"))
                            .isInstanceOf(NotAllowed.class);
                }
                assertThat(desk.state(part.id())).isEqualTo(allowed ? move.to().name() : "RECORDED");
            }
        }
    }

    @Test
    void readsButTakesNoMarkAwayWhereItOnlyReads() {
        for (Role role : OF_A_SHOP) {
            PlacedOrder.Part part = part();
            Actor somebody = somebody(role);
            assertThat(desk.orders.byNumber(somebody, part.number()).part().id())
                    .isEqualTo(part.id());
            desk.orders.markSeen(somebody, part.id());
            assertThat(desk.sql.number(
                            "select count(*) from merchant_order where id = ? and seen_at is not null", part.id()))
                    .as("%s (M52)", role)
                    .isEqualTo(Permission.MOVE_ORDERS.isOf(role) ? 1 : 0);
        }
    }

    @Test
    void takesOrdersAwayAndSeesTheMoneyByItsRole() {
        PlacedOrder.Part part = part();
        for (Role role : OF_A_SHOP) {
            Actor somebody = somebody(role);
            checks(role, Permission.EXPORT_ORDERS, () -> desk.orders.areMoreThan(somebody, PartFilter.ALL, 10));
            checks(role, Permission.READ_FINANCES, () -> desk.finances.balances(somebody));
            checks(role, Permission.READ_FINANCES, () -> desk.finances.payouts(somebody));
            checks(role, Permission.READ_FINANCES, () -> desk.finances.weeks(somebody));
            checks(
                    role,
                    Permission.REFUND,
                    () -> TestDatabase.inTransaction(() -> desk.cancellation.sendRefunds(part.id(), "", somebody)));
            checks(
                    role,
                    Permission.CANCEL_ORDERS,
                    () -> TestDatabase.inTransaction(() -> desk.cancellation.preview(part.id(), somebody)));
            assertThat(desk.today.read(somebody).money() != null)
                    .as("%s sees the money of the day", role)
                    .isEqualTo(Permission.READ_FINANCES.isOf(role));
        }
    }

    /** What the role allows is only ever done to its own merchant's. */
    @Test
    void anotherMerchantsPartIsNobodysWhateverTheRole() {
        long vintner = shop.merchant("Caves Aubry");
        PlacedOrder.Part part = part();
        for (Role role : OF_A_SHOP) {
            Actor stranger = Actor.merchant(TestIds.id(), "Ailleurs", vintner, role);
            assertThatThrownBy(() -> desk.orders.byNumber(stranger, part.number()))
                    .isInstanceOf(PartUnknown.class);
            assertThatThrownBy(() -> desk.move(part.id(), PROCESS, stranger, "x"))
                    .isInstanceOf(PartUnknown.class);
        }
        assertThat(desk.state(part.id())).isEqualTo("RECORDED");
    }

    private void checks(Role role, Permission permission, Runnable deed) {
        if (permission.isOf(role)) {
            deed.run();
        } else {
            assertThatThrownBy(deed::run).as("%s, %s", role, permission).isInstanceOf(NotAllowed.class);
        }
    }

    private Actor somebody(Role role) {
        return Actor.merchant(TestIds.id(), role.name(), shop.merchantId, role);
    }

    private PlacedOrder.Part part() {
        return PlacedOrder.of(shop, "TOWN_PICKUP", "", TestClock.instantOf("2026-11-21T09:00"))
                .part(shop.merchantId, shop.shopId, product, 3_400, MerchantOrderState.RECORDED, null);
    }
}
