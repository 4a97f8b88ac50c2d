package fr.halle.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.service.PaymentLifecycle;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Actor;
import fr.halle.testing.Beans;
import fr.halle.testing.PlacedOrder;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.TestShop;
import fr.halle.testing.TestTransactions;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T01, M40: the customer pays the rest of a stay in the moment in which its merchant cancels it. All of it goes back, whoever is first. */
class APartIsCancelledWhileItsBalanceIsPaidTest {

    private final Desk desk = new Desk();
    private final TestShop shop = TestShop.in(Preset.MOUNTAIN);
    private final long chalet = shop.product(ProductKind.LODGING, "Chalet", 100_000, 1000);
    private final Actor maud = Actor.merchant(TestIds.id(), "Maud Bréhal", shop.merchantId);
    private final PlacedOrder order = PlacedOrder.of(shop, "MOUNTAIN", "", TestClock.instantOf("2026-11-21T09:00"));
    private final PlacedOrder.Part stay = order.part(
            shop.merchantId,
            shop.shopId,
            chalet,
            30_000,
            MerchantOrderState.RECORDED,
            TestClock.instantOf("2026-11-21T11:30"));
    private final long balance = TestIds.id();
    private final long payment = TestIds.id();
    private final PaymentLifecycle payments = payments();

    @BeforeEach
    void aBalanceIsAtTheProvidersPage() {
        desk.sql.update(
                "insert into balance_due (id, order_id, merchant_order_id, line_id, merchant_id, amount_cents, due_on, send_on,"
                        + " token_hash, token, state, bill_id) values (?, ?, ?, ?, ?, 70000, ?, ?, ?, 'b', 'LINK_SENT', ?)",
                balance,
                order.orderId,
                stay.id(),
                stay.lineId(),
                shop.merchantId,
                LocalDate.of(2027, 1, 30),
                LocalDate.of(2027, 1, 16),
                Long.toString(balance).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                balance);
        desk.sql.update(
                "insert into payment (id, purpose, portal_id, order_id, balance_id, amount_cents, state, method, idempotency_key,"
                        + " provider_id, created_at, expires_at) values (?, 'BALANCE', ?, ?, ?, 70000, 'REDIRECTED', 'CARD',"
                        + " gen_random_uuid(), ?, ?, ?)",
                payment,
                shop.portalId,
                order.orderId,
                balance,
                "payin" + payment,
                desk.clock.instant(),
                desk.clock.instant());
    }

    @Test
    void paidFirstItIsRefundedWithTheRest() {
        CompletableFuture<Void> cancelling = new CompletableFuture<>();
        TestDatabase.inTransaction(() -> {
            accept();
            CompletableFuture.runAsync(() -> ended(cancelling, this::cancel));
            awaitWaiter();
        });
        cancelling.join();
        assertThat(state()).isEqualTo("PAID");
        assertThat(desk.sql.number("select sum(amount_cents) from refund where merchant_order_id = ?", stay.id()))
                .as("the deposit and the balance")
                .isEqualTo(100_000);
        assertThat(returned()).isZero();
    }

    @Test
    void cancelledFirstThePaymentGoesBackWhole() {
        CompletableFuture<Void> paying = new CompletableFuture<>();
        TestDatabase.inTransaction(() -> {
            desk.cancellation.cancel(stay.id(), desk.version(stay.id()), "fermé cet hiver", maud);
            CompletableFuture.runAsync(() -> ended(paying, () -> TestDatabase.inTransaction(this::accept)));
            awaitWaiter();
        });
        paying.join();
        assertThat(state()).isEqualTo("WAIVED");
        assertThat(returned()).isEqualTo(1);
        assertThat(desk.sql.number("select sum(amount_cents) from refund where merchant_order_id = ?", stay.id()))
                .as("the deposit alone")
                .isEqualTo(30_000);
        assertThat(desk.sql.number("select count(*) from payment_share where payment_id = ?", payment))
                .isZero();
    }

    private void accept() {
        payments.apply(payment, PaymentTransition.AUTHORISE, Actor.PROVIDER, "000000 Success");
    }

    private void cancel() {
        TestDatabase.inTransaction(
                () -> desk.cancellation.cancel(stay.id(), desk.version(stay.id()), "fermé cet hiver", maud));
    }

    private static void ended(CompletableFuture<Void> future, Runnable work) {
        try {
            work.run();
            future.complete(null);
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    /** The other of the two is held up by this one. */
    private void awaitWaiter() {
        while (desk.sql.number("select count(*) from pg_locks where not granted") == 0) {
            Thread.onSpinWait();
        }
    }

    private String state() {
        return desk.sql
                .one("select state from balance_due where id = ?", row -> row.text("state"), balance)
                .orElseThrow();
    }

    private long returned() {
        return desk.sql.number("select count(*) from payment where id = ? and return_key is not null", payment);
    }

    private PaymentLifecycle payments() {
        return new Beans(
                        desk.sql,
                        new TestIds(),
                        desk.clock,
                        new TestTransactions().afterCommit,
                        desk.ledger,
                        desk.frozen,
                        desk.notifications)
                .observing(BalanceConsequences.class)
                .get(PaymentLifecycle.class);
    }
}
