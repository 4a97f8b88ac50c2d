package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.model.PaymentPurpose;
import fr.halle.payment.model.PaymentState;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as it is stored. @param returnKey there once it was decided that the whole of it goes back to the customer */
public record PaymentRow(
        long id,
        PaymentPurpose purpose,
        long portalId,
        long amountCents,
        PaymentState state,
        PaymentMethod method,
        UUID key,
        String reference,
        String language,
        @Nullable String providerId,
        @Nullable String returnUrl,
        @Nullable UUID returnKey,
        Instant expiresAt,
        int checks,
        @Nullable Long checkoutId,
        @Nullable Long orderId,
        @Nullable Long balanceId) {

    /** What an order asks of its customer's bank. @param expiresAt when what it holds is given back */
    public record Order(
            long portalId, long checkoutId, String number, long amountCents, String language, Instant expiresAt) {}

    private static final String SELECT = "select * from payment where id = ?";

    static PaymentRow of(Order order, long id, PaymentMethod method, String returnBase) {
        UUID key = UUID.randomUUID();
        return new PaymentRow(
                id,
                PaymentPurpose.ORDER,
                order.portalId(),
                order.amountCents(),
                PaymentState.INITIATED,
                method,
                key,
                order.number(),
                order.language(),
                null,
                returnBase + "/payment/return?ref=" + key,
                null,
                order.expiresAt(),
                0,
                order.checkoutId(),
                null,
                null);
    }

    void insert(Pipeline pipeline, Instant now) {
        insert(pipeline, now, state, null, null);
    }

    /** @param first the state it is in from the beginning; accepted, it was so now */
    void insert(Pipeline pipeline, Instant now, PaymentState first, @Nullable String provider, @Nullable Long order) {
        boolean captured = first == PaymentState.CAPTURED;
        boolean authorised = captured || first == PaymentState.AUTHORISED;
        pipeline.update(
                "insert into payment (id, purpose, portal_id, checkout_id, amount_cents, state, method, idempotency_key,"
                        + " return_url, created_at, expires_at, language, reference, provider_id, order_id, authorised_at, captured_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?::timestamptz, ?::timestamptz)",
                id,
                purpose,
                portalId,
                checkoutId,
                amountCents,
                first,
                method,
                key,
                returnUrl,
                now,
                expiresAt,
                language,
                reference,
                provider,
                order,
                authorised ? now : null,
                captured ? now : null);
    }

    /** @throws IllegalArgumentException for an id that is no payment's: ids of payments come from our own rows */
    static PaymentRow read(Sql sql, long id) {
        return one(sql, SELECT, id);
    }

    /** Held until the transaction ends. */
    static PaymentRow lock(Sql sql, long id) {
        return one(sql, SELECT + " for no key update", id);
    }

    private static PaymentRow one(Sql sql, String statement, long id) {
        return sql.one(statement, PaymentRow::of, id)
                .orElseThrow(() -> new IllegalArgumentException("No payment " + id));
    }

    private static PaymentRow of(Row row) throws SQLException {
        return new PaymentRow(
                row.number("id"),
                row.constant("purpose", PaymentPurpose.class),
                row.number("portal_id"),
                row.number("amount_cents"),
                row.constant("state", PaymentState.class),
                row.constant("method", PaymentMethod.class),
                row.uuid("idempotency_key"),
                row.text("reference"),
                row.text("language"),
                row.textOrNull("provider_id"),
                row.textOrNull("return_url"),
                row.uuidOrNull("return_key"),
                row.instant("expires_at"),
                row.integer("checks"),
                row.numberOrNull("checkout_id"),
                row.numberOrNull("order_id"),
                row.numberOrNull("balance_id"));
    }

    /** Whether the customer could still be paying, as far as we know. */
    boolean isOpen() {
        return state == PaymentState.INITIATED || state == PaymentState.REDIRECTED || state == PaymentState.UNKNOWN;
    }

    /** Given up, yet the provider's word would still be heard. */
    boolean isGivenUp() {
        return state == PaymentState.ABANDONED || state == PaymentState.EXPIRED;
    }

    /** Held for the customer, to whom it goes back. */
    boolean isToBeReturned() {
        return state == PaymentState.AUTHORISED && returnKey != null;
    }

    NewPayment asked() {
        return new NewPayment(
                key, portalId, reference, amountCents, Objects.requireNonNullElse(returnUrl, ""), language);
    }
}
