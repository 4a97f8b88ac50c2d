package fr.halle.checkout.service;

import fr.halle.checkout.model.CheckoutSettings;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.portal.model.Settings;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transaction behind the order button: either everything is claimed and written down, or nothing. */
@ApplicationScoped
class CheckoutOpening {

    /** As {@link fr.halle.shared.model.OrderNumbers} writes it; the sequence gives it in the same round trip. */
    private static final String NUMBER = "'EP-' || lpad(order_no::text, greatest(5, length(order_no::text)), '0')";

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

    record Request(UUID cartId, String key, OrderDraft draft, String returnBase, PaymentMethod method) {}

    /**
     * What is now written.
     *
     * @param fresh false when the same request had been made before
     * @param placed whether it is an order already
     */
    record Opened(long checkoutId, long paymentId, long orderNo, String token, boolean fresh, boolean placed) {

        Opened asPlaced() {
            return new Opened(checkoutId, paymentId, orderNo, token, fresh, true);
        }
    }

    private record CartRow(long portalId, String state) {}

    private record Earlier(
            long id, String key, String sha256, String state, long orderNo, String token, long paymentId) {}

    Opened open(Request request) {
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<CartRow> carts = pipeline.list(
                "select portal_id, state from cart where id = ? for no key update",
                row -> new CartRow(row.number("portal_id"), row.text("state")),
                request.cartId());
        Pipeline.Answer<Earlier> earlier = pipeline.list(
                "select k.*, p.id as payment_id from checkout k join payment p on p.checkout_id = k.id"
                        + " where k.cart_id = ? and (k.idempotency_key = ? or k.state = 'PENDING')"
                        // Held before what they claim: whoever ends a checkout does the same.
                        + " order by k.id for no key update of k",
                CheckoutOpening::earlier,
                request.cartId(),
                request.key());
        pipeline.run();
        String fingerprint = DraftCheck.fingerprint(request.draft(), request.method());
        Earlier same = sameKey(earlier.rows(), request.key());
        if (same != null) {
            return again(same, fingerprint);
        }
        CartRow cart = carts.only();
        if (cart.state().equals("ORDERED")) {
            throw new CartOrdered();
        }
        supersede(earlier.rows(), request.draft());
        return write(request, cart.portalId(), fingerprint);
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
        return new Opened(same.id(), same.paymentId(), same.orderNo(), same.token(), false, false);
    }

    private Opened write(Request request, long portalId, String fingerprint) {
        OrderDraft draft = request.draft();
        Instant now = clock.instant();
        Instant expires =
                now.plus(Duration.ofMinutes(Settings.of(draft.settings()).get(CheckoutSettings.HOLD_MINUTES)));
        long checkoutId = ids.next();
        long paymentId = ids.next();
        UUID paymentKey = UUID.randomUUID();
        String token = Secrets.token();
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<Long> orderNo = pipeline.list(
                "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token,"
                        + " state, draft, total_cents, due_now_cents, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, nextval('order_number'), ?, ?, 'PENDING', ?::jsonb, ?, ?, ?, ?) returning order_no",
                row -> row.number("order_no"),
                checkoutId,
                portalId,
                request.cartId(),
                request.key(),
                fingerprint,
                Secrets.sha256(token),
                token,
                Json.write(draft),
                draft.totalCents(),
                draft.dueNowCents(),
                now,
                expires);
        Claims.Taking taking = claims.take(pipeline, checkoutId, draft);
        pipeline.update(
                "insert into payment (id, purpose, portal_id, checkout_id, amount_cents, state, method, idempotency_key,"
                        + " return_url, created_at, expires_at, language, reference) select ?, 'ORDER', portal_id, id,"
                        + " due_now_cents, 'INITIATED', ?, ?, ?, created_at, expires_at, ?, " + NUMBER
                        + " from checkout where id = ?",
                paymentId,
                request.method(),
                paymentKey,
                request.returnBase() + "/payment/return?ref=" + paymentKey,
                draft.language(),
                checkoutId);
        pipeline.run();
        taking.check();
        return new Opened(checkoutId, paymentId, orderNo.only(), token, true, false);
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
