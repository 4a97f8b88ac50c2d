package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.CheckoutOpening.Opened;
import fr.halle.checkout.service.CheckoutOpening.Request;
import fr.halle.checkout.service.CheckoutStarted.State;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.Payments;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The order button, and what becomes of a checkout while its customer is at the provider's page. {@link #start} is called outside
 * any transaction: it draws its own, and waits for the provider in none.
 */
@Service
public class Checkouts {

    private static final String ANSWER = "select k.order_no, k.token, k.state, p.state as payment_state, p.redirect_url"
            + " from checkout k join payment p on p.checkout_id = k.id and p.purpose = 'ORDER' where ";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private CheckoutOpening opening;

    @EJB
    private Payments payments;

    /**
     * Claims what the draft needs, writes it down with its payment, and asks the provider for a page (C02, C03). An earlier
     * checkout of the cart that is still pending gives its claims back first. The same key with the same request is answered as
     * the first time, whatever has happened since.
     *
     * @param returnBase scheme, host and port the customer came by, such as {@code http://ville.localhost:8080}
     * @throws CapacityShort when less is left than the draft needs; nothing is claimed
     * @throws SlotTaken when a pickup slot filled up
     * @throws IdempotencyKeyReused when the key was used for another request
     * @throws CartOrdered when the cart is an order already
     * @throws DraftOutOfBalance when the draft does not add up (K29)
     * @throws MethodRefused when the method is not taken here
     */
    public CheckoutStarted start(
            UUID cartId, String idempotencyKey, OrderDraft draft, String returnBase, PaymentMethod method) {
        return start(cartId, idempotencyKey, draft, returnBase, method, () -> {});
    }

    /**
     * The same of an accepted quote.
     *
     * @param first done in the transaction that opens the checkout, before it: both are written, or neither
     */
    public CheckoutStarted start(
            UUID cartId,
            String idempotencyKey,
            OrderDraft draft,
            String returnBase,
            PaymentMethod method,
            Runnable first) {
        DraftCheck.balances(draft);
        PaymentMethod used = DraftCheck.method(draft, method, Payments.instantAllowed());
        Request request = new Request(cartId, idempotencyKey, draft, returnBase, used);
        Opened opened = transactions.inNew(() -> {
            first.run();
            return opening.open(request);
        });
        if (opened.placed()) {
            return new CheckoutStarted(OrderNumbers.format(opened.orderNo()), opened.token(), null, State.PLACED);
        }
        payments.refresh(opened.paymentId());
        return answer(opened.checkoutId());
    }

    /**
     * The payments of checkouts whose time is over, by id. Each ends, as an order or not, once {@link Payments#refresh} has asked the
     * provider: a customer may have paid in the last second.
     */
    public List<Long> late(long afterPaymentId, int atMost) {
        return sql.list(
                "select p.id from checkout k join payment p on p.checkout_id = k.id and p.purpose = 'ORDER'"
                        + " where k.state = 'PENDING' and k.expires_at <= ? and p.id > ? order by p.id limit ?",
                row -> row.number("id"),
                clock.instant(),
                afterPaymentId,
                atMost);
    }

    /** What {@link #start} answered, or would answer now, for this key: lets a page see a second press before it checks anything. */
    public Optional<CheckoutStarted> answered(UUID cartId, String idempotencyKey) {
        return sql.one(ANSWER + "k.cart_id = ? and k.idempotency_key = ?", Checkouts::started, cartId, idempotencyKey);
    }

    private CheckoutStarted answer(long checkoutId) {
        return sql.one(ANSWER + "k.id = ?", Checkouts::started, checkoutId).orElseThrow();
    }

    private static CheckoutStarted started(Row row) throws SQLException {
        State state = state(row.text("state"), row.constant("payment_state", PaymentState.class));
        return new CheckoutStarted(
                OrderNumbers.format(row.number("order_no")),
                row.text("token"),
                state == State.REDIRECTED || state == State.UNKNOWN ? row.textOrNull("redirect_url") : null,
                state);
    }

    private static State state(String checkout, PaymentState payment) {
        return switch (checkout) {
            case "PLACED" -> State.PLACED;
            case "PENDING" -> payment == PaymentState.REDIRECTED ? State.REDIRECTED : State.UNKNOWN;
            default -> State.FAILED;
        };
    }
}
