package fr.halle.payout.service;

import fr.halle.payout.model.PayoutState;
import fr.halle.payout.model.PayoutTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer to a merchant's bank, as its row says. PLANNED, its amount is set aside; SENT, the provider has it; PAID, the bank does,
 * and may still send it back (RETURNED). What came back or FAILED is available again, and a new payout takes it. Cents.
 *
 * @param amountCents what reaches the bank
 * @param feeCents what the platform takes with it (K4)
 * @param askedAt when it was asked for the first time under its key, by the machine's clock
 * @param askedBefore whether the provider may know the key: it was asked before this transaction
 */
record Payout(
        long id,
        long merchantId,
        long portalId,
        long amountCents,
        long feeCents,
        PayoutState state,
        UUID key,
        @Nullable String providerId,
        String reference,
        int attempts,
        Instant nextCheckAt,
        @Nullable Instant sentAt,
        @Nullable Instant paidAt,
        @Nullable Instant askedAt,
        boolean keyStillKnown,
        boolean askedBefore) {

    static final String SELECT = """
            select id, merchant_id, portal_id, amount_cents, fee_cents, state, idempotency_key, provider_id, reference, attempts, sent_at, paid_at, asked_at,
                   coalesce(next_check_at, 'infinity') as next_check_at,
                   asked_at is null or asked_at > now() - interval '23 hours' as key_known,
                   coalesce(asked_at < now(), false) as asked_before
              from payout where id = ? for no key update""";

    static Payout of(Row row) throws SQLException {
        return new Payout(
                row.number("id"),
                row.number("merchant_id"),
                row.number("portal_id"),
                row.number("amount_cents"),
                row.number("fee_cents"),
                row.constant("state", PayoutState.class),
                row.uuid("idempotency_key"),
                row.textOrNull("provider_id"),
                row.text("reference"),
                row.integer("attempts"),
                row.instant("next_check_at"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("paid_at"),
                row.instantOrNull("asked_at"),
                row.flag("key_known"),
                row.flag("asked_before"));
    }

    /** The move that has the provider asked; null where it is already under way. */
    @Nullable
    PayoutTransition toSend() {
        return switch (state) {
            case PLANNED -> PayoutTransition.SEND;
            case UNKNOWN -> providerId == null ? PayoutTransition.RETRY : null;
            case SENT, PAID, RETURNED, FAILED -> null;
        };
    }

    boolean isOver() {
        return state.isTerminal();
    }

    PayoutState after(PayoutTransition transition, Actor actor) {
        return transition.apply(state, actor.kind());
    }
}
