package fr.halle.checkout.service;

import fr.halle.cart.service.CartUnknown;
import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.FrozenCheckout.Contact;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.service.NewPayments;
import fr.halle.payment.service.PaymentRow;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transaction behind the order button: either everything is claimed and written down, or nothing. */
@Service
class CheckoutOpening {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Claims claims;

    @Inject
    private CheckoutEnding ending;

    @Inject
    private NewPayments payments;

    record Request(UUID cartId, String key, OrderDraft draft, String returnBase, PaymentMethod method) {}

    /**
     * What is now written.
     *
     * @param placed whether it is an order already
     */
    record Opened(long checkoutId, long paymentId, long orderNo, String token, boolean placed) {}

    private record CartRow(long portalId, String state, long orderNo) {}

    private record Earlier(
            long id, String key, String sha256, String state, long orderNo, String token, long paymentId) {}

    /** What is locked and looked up before anything is written. */
    private record Looked(CartRow cart, List<Earlier> earlier, Map<Long, Contact> merchants) {}

    Opened open(Request request) {
        Looked looked = look(request);
        String fingerprint = DraftCheck.fingerprint(request.draft(), request.method());
        Earlier same = sameKey(looked.earlier(), request.key());
        if (same != null) {
            return again(same, fingerprint);
        }
        switch (looked.cart().state()) {
            case "ORDERED" -> throw new CartOrdered();
            case "FORGOTTEN" -> throw new CartUnknown();
            default -> supersede(looked.earlier(), request.draft());
        }
        return write(request, looked, fingerprint);
    }

    private Looked look(Request request) {
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<CartRow> carts = pipeline.list(
                // A number that is not used is no loss: those of baskets that are never paid are lost too.
                "select portal_id, state, nextval('order_number') as order_no from cart where id = ? for no key update",
                row -> new CartRow(row.number("portal_id"), row.text("state"), row.number("order_no")),
                request.cartId());
        Pipeline.Answer<Earlier> earlier = pipeline.list(
                "select k.id, k.idempotency_key, k.request_sha256, k.state, k.order_no, k.token, p.id as payment_id"
                        + " from checkout k join payment p on p.checkout_id = k.id"
                        // An array, whose type is known: the driver else asks for it in a round trip of its own.
                        + " where k.cart_id = ? and (k.idempotency_key = any(?) or k.state = 'PENDING')"
                        // Held before what they claim: whoever ends a checkout does the same.
                        + " order by k.id for no key update of k",
                CheckoutOpening::earlier,
                request.cartId(),
                new String[] {request.key()});
        Pipeline.Answer<Contact> merchants = Contact.ask(
                pipeline,
                request.draft().parts().stream()
                        .map(OrderDraft.Part::merchantId)
                        .toArray(Long[]::new));
        pipeline.run();
        if (carts.rows().isEmpty()) {
            throw new CartUnknown();
        }
        return new Looked(carts.only(), earlier.rows(), Contact.byId(merchants.rows()));
    }

    private void supersede(List<Earlier> pending, OrderDraft draft) {
        if (pending.isEmpty()) {
            return;
        }
        claims.lock(draft, pending.stream().map(Earlier::id).toList());
        pending.forEach(old -> ending.supersede(old.id()));
    }

    private static Opened again(Earlier same, String fingerprint) {
        if (!same.sha256().equals(fingerprint)) {
            throw new IdempotencyKeyReused();
        }
        return new Opened(same.id(), same.paymentId(), same.orderNo(), same.token(), false);
    }

    /** Where nobody outside has to be asked, the order goes along in the same round trip. */
    private Opened write(Request request, Looked looked, String fingerprint) {
        FrozenCheckout checkout = frozen(request, looked);
        Pipeline pipeline = sql.pipeline();
        boolean placed = request.method() != PaymentMethod.CARD;
        Instant expires = insert(pipeline, checkout, placed, request.key(), fingerprint);
        Claims.Taking taking = claims.take(pipeline.end(), checkout.id(), checkout.draft());
        PaymentRow.Order order = new PaymentRow.Order(
                checkout.portalId(),
                checkout.id(),
                OrderNumbers.format(checkout.orderNo()),
                checkout.dueNowCents(),
                checkout.draft().language(),
                expires);
        PaymentRow payment;
        if (placed) {
            payment = payments.acceptAtOnce(pipeline, order, request.method(), request.returnBase(), checkout);
        } else {
            payment = payments.open(pipeline, order, request.returnBase());
            pipeline.run();
        }
        taking.check();
        return new Opened(checkout.id(), payment.id(), checkout.orderNo(), checkout.token(), placed);
    }

    private FrozenCheckout frozen(Request request, Looked looked) {
        OrderDraft draft = request.draft();
        return new FrozenCheckout(
                ids.next(),
                looked.cart().portalId(),
                request.cartId(),
                looked.cart().orderNo(),
                Secrets.token(),
                FrozenCheckout.State.PENDING,
                false,
                draft,
                draft.totalCents(),
                draft.dueNowCents(),
                looked.merchants());
    }

    /** @param placed whether it is an order in the same transaction @return when what it holds is given back */
    private Instant insert(Pipeline pipeline, FrozenCheckout checkout, boolean placed, String key, String fingerprint) {
        OrderDraft draft = checkout.draft();
        Instant now = clock.instant();
        Instant expires =
                now.plus(Duration.ofMinutes(Settings.of(draft.settings()).get(CheckoutSettings.HOLD_MINUTES)));
        pipeline.update(
                "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token,"
                        + " state, draft, total_cents, due_now_cents, created_at, expires_at, ended_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::timestamptz)",
                checkout.id(),
                checkout.portalId(),
                checkout.cartId(),
                key,
                fingerprint,
                checkout.orderNo(),
                Secrets.sha256(checkout.token()),
                checkout.token(),
                placed ? FrozenCheckout.State.PLACED : checkout.state(),
                Json.write(draft),
                checkout.totalCents(),
                checkout.dueNowCents(),
                now,
                expires,
                placed ? now : null);
        return expires;
    }

    private static @Nullable Earlier sameKey(List<Earlier> rows, String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElse(null);
    }

    private static Earlier earlier(Row row) throws SQLException {
        return new Earlier(
                row.number("id"),
                row.text("idempotency_key"),
                row.text("request_sha256"),
                row.text("state"),
                row.number("order_no"),
                row.text("token"),
                row.number("payment_id"));
    }
}
