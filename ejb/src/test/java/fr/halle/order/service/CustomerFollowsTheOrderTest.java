package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.PartProgress.Place;
import fr.halle.order.service.PartProgress.Step;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestSale;
import fr.halle.testing.TestShop;
import fr.halle.testing.Wired;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerFollowsTheOrderTest {

    private final TestShop town = TestShop.in(Preset.TOWN_PICKUP);
    private final TestClock clock = new TestClock("2026-05-13T13:32");
    private final long cellar = town.merchant("Cave du Phare");
    private final TestSale sale = TestSale.at(clock, town)
            .part(10_200)
            .part(cellar, town.shop(cellar, "Cave du Phare"), 980)
            .paid(PaymentState.AUTHORISED);
    private final String number = OrderNumbers.format(sale.orderNo);
    private final CustomerOrders orders = Wired.with(new CustomerOrders(), TestDatabase.sql());

    @Test
    void seesEveryMerchantsPartAndThePayment() {
        FollowedOrder order = orders.byToken(town.portalId, number, "secret");
        assertThat(order.number()).isEqualTo(number);
        assertThat(order.totalCents()).isEqualTo(11_180);
        assertThat(order.parts())
                .extracting(part -> part.seller().merchant())
                .containsExactly("Maison Morel", "Cave du Phare");
        assertThat(order.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.state()).isEqualTo(PaymentState.AUTHORISED);
            assertThat(payment.amountCents()).isEqualTo(11_180);
        });
        assertThat(order.paidCents()).isEqualTo(11_180);
        assertThat(order.toPayCents()).isZero();
    }

    /** The number alone is on every mail and every label: it opens nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "SECRET", "secre", "secret ", "' or '1'='1"})
    void isToldNothingWithAnotherToken(String token) {
        assertThatThrownBy(() -> orders.byToken(town.portalId, number, token)).isInstanceOf(OrderUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EP-99999999", "EP-0", "abc", "EP-00042; drop table customer_order", "-1"})
    void isToldNothingOfAnotherNumber(String other) {
        assertThatThrownBy(() -> orders.byToken(town.portalId, other, "secret")).isInstanceOf(OrderUnknown.class);
    }

    @Test
    void isToldNothingInAnotherPortal() {
        assertThatThrownBy(() -> orders.byToken(TestShop.in(Preset.MOUNTAIN).portalId, number, "secret"))
                .isInstanceOf(OrderUnknown.class);
    }

    /** C16: the other merchant's part lives on. */
    @Test
    void seesOnlyTheCancelledPartStopped() {
        move(sale.parts.get(0), MerchantOrderState.RECORDED, MerchantOrderState.CANCELLED);
        FollowedOrder order = orders.byToken(town.portalId, number, "secret");
        assertThat(progress(order, 0)).extracting(Step::place).containsExactly(Place.DONE, Place.STOP);
        assertThat(progress(order, 1)).extracting(Step::place).containsExactly(Place.NOW, Place.AHEAD, Place.AHEAD);
        assertThat(order.cancelledCents()).isEqualTo(10_200);
    }

    /** C14: what is not collected is never ready; what was skipped is behind without a date. */
    @Test
    void seesTheStepsThatThisPartHas() {
        FollowedOrder before = orders.byToken(town.portalId, number, "secret");
        assertThat(progress(before, 0))
                .extracting(Step::state)
                .containsExactly(
                        MerchantOrderState.RECORDED, MerchantOrderState.PROCESSING, MerchantOrderState.COMPLETED);

        TestDatabase.sql()
                .update(
                        "update merchant_order set mode = 'PICKUP' where id = ?",
                        sale.parts.get(0).id());
        move(sale.parts.get(0), MerchantOrderState.RECORDED, MerchantOrderState.READY);
        FollowedOrder after = orders.byToken(town.portalId, number, "secret");
        assertThat(progress(after, 0))
                .extracting(Step::state)
                .containsExactly(
                        MerchantOrderState.RECORDED,
                        MerchantOrderState.PROCESSING,
                        MerchantOrderState.READY,
                        MerchantOrderState.HANDING_OVER,
                        MerchantOrderState.COMPLETED);
        assertThat(progress(after, 0).get(1)).isEqualTo(new Step(MerchantOrderState.PROCESSING, Place.DONE, null));
        assertThat(progress(after, 0).get(2).place()).isEqualTo(Place.NOW);
    }

    /** M41: an error is ours to mend; the customer sees where his part was. */
    @Test
    void isNotShownThatSomethingBrokeOnOurSide() {
        move(sale.parts.get(0), MerchantOrderState.RECORDED, MerchantOrderState.PROCESSING);
        move(sale.parts.get(0), MerchantOrderState.PROCESSING, MerchantOrderState.ERROR);
        FollowedOrder order = orders.byToken(town.portalId, number, "secret");
        assertThat(progress(order, 0)).extracting(Step::state).doesNotContain(MerchantOrderState.ERROR);
        assertThat(progress(order, 0).get(1).place()).isEqualTo(Place.NOW);
    }

    /** C15, K7: the page promises what will happen; a disputed payment's money is not promised a second time. */
    @Test
    void seesWhoGivesTheMoneyBack() {
        TestSale.Part part = sale.parts.get(0);
        TestSale.refund(part.shareId(), RefundState.REQUESTED, clock.instant(), clock.instant());
        TestSale.refund(part.shareId(), RefundState.REQUESTED, clock.instant(), null);
        TestSale.refund(part.shareId(), RefundState.FAILED, clock.instant(), null);
        FollowedOrder order = orders.byToken(town.portalId, number, "secret");
        assertThat(order.refunds())
                .extracting(FollowedOrder.Refund::waits)
                .as("by itself, by the merchant's hand, refused")
                .containsExactly(false, true, true);
        assertThat(order.refunds()).noneMatch(FollowedOrder.Refund::byBank);
        assertThat(order.refundedCents(order.parts().get(0)))
                .isEqualTo(order.refundedCents())
                .isEqualTo(200);
        assertThat(order.refundedCents(order.parts().get(1))).isZero();

        TestDatabase.sql()
                .update("update payment set state = 'DISPUTED', disputed_whole = true where id = ?", sale.paymentId);
        assertThat(orders.byToken(town.portalId, number, "secret").refunds()).allMatch(FollowedOrder.Refund::byBank);
    }

    private static java.util.List<Step> progress(FollowedOrder order, int part) {
        return PartProgress.of(order.parts().get(part), order.placedAt()).steps();
    }

    private void move(TestSale.Part part, MerchantOrderState from, MerchantOrderState to) {
        clock.moveForward(Duration.ofMinutes(10));
        TestDatabase.sql().update("update merchant_order set state = ? where id = ?", to, part.id());
        TestDatabase.sql()
                .update(
                        "insert into order_move (id, merchant_order_id, transition, from_state, to_state, actor_kind, actor_name, at)"
                                + " values (?, ?, 'X', ?, ?, 'MERCHANT', 'Morel', ?)",
                        TestIds.id(),
                        part.id(),
                        from,
                        to,
                        clock.instant());
    }
}
