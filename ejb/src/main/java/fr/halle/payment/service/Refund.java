package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.model.RefundState;
import fr.halle.payment.model.RefundTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back to a customer, as its row says. Asked for (REQUESTED), it is booked at once; then the merchant's share is
 * taken back from its wallet, unless it never got there, and the card is refunded (SENT). An answer that does not come leaves it
 * UNKNOWN until it is asked again; a refusal is FAILED until it is tried again under a new key; SUCCEEDED is for ever.
 *
 * @param beforeTransfer whether it was asked before the share was collected: the money is still with the payers' and only the
 *     card is refunded
 * @param feeReturnedCents what the platform's own money gives of it; nothing where the fee is taken at the payout, whose next one
 *     takes so much less (K4)
 * @param keyStillKnown whether the provider gives the same answer to the same key: with a forgotten one it would be done twice
 * @param takenByBank whether the cardholder has the money already, because the payment was disputed
 * @param shareTransferId the provider's name of the transfer to undo, null as long as it is not made
 */
record Refund(
        long id,
        long paymentId,
        PaymentMethod method,
        long portalId,
        long shareId,
        long partId,
        String part,
        long amountCents,
        long feeReturnedCents,
        RefundState state,
        boolean beforeTransfer,
        UUID transferKey,
        @Nullable String transferRefundId,
        boolean transferRefunded,
        UUID payinKey,
        @Nullable String payinRefundId,
        String providerId,
        @Nullable String shareTransferId,
        int attempts,
        int failures,
        Instant nextCheckAt,
        boolean keyStillKnown,
        boolean takenByBank) {

    /** Of a payment p that is disputed as far as it had not been refunded: whoever paid it has the money. */
    static final String TAKEN_BY_BANK = "p.state = 'DISPUTED' and p.disputed_whole";

    /** In the place of a refund's name, where the cardholder's bank took the money back itself. */
    static final String BY_BANK = "chargeback";

    /** What is done next; each step is one call to the provider, outside any transaction. */
    enum Step {
        TAKE_FROM_MERCHANT,
        CONFIRM_MERCHANT,
        GIVE_TO_CARD,
        CONFIRM_CARD
    }

    static final String SELECT = """
            select r.id, r.payment_id, p.method, p.portal_id, r.share_id, r.merchant_order_id, m.number, r.amount_cents,
                   case when s.fee_at_payout then 0 else r.fee_returned_cents end as fee_returned_cents, r.state, r.before_transfer, r.transfer_key, r.transfer_refund_id,
                   r.transfer_refunded_at is not null as transfer_refunded, r.payin_key, r.payin_refund_id,
                   coalesce(p.provider_id, '') as provider_id, s.transfer_id, r.attempts, r.failures,
                   coalesce(r.next_check_at, 'infinity') as next_check_at, r.asked_at is null or r.asked_at > now() - interval '23 hours' as key_known,
                   coalesce(""" + TAKEN_BY_BANK + """
                   , false) as taken_by_bank
              from refund r
              join payment p on p.id = r.payment_id
              join payment_share s on s.id = r.share_id
              join merchant_order m on m.id = r.merchant_order_id
            """;

    static Refund of(Row row) throws SQLException {
        return new Refund(
                row.number("id"),
                row.number("payment_id"),
                row.constant("method", PaymentMethod.class),
                row.number("portal_id"),
                row.number("share_id"),
                row.number("merchant_order_id"),
                row.text("number"),
                row.number("amount_cents"),
                row.number("fee_returned_cents"),
                row.constant("state", RefundState.class),
                row.flag("before_transfer"),
                row.uuid("transfer_key"),
                row.textOrNull("transfer_refund_id"),
                row.flag("transfer_refunded"),
                row.uuid("payin_key"),
                row.textOrNull("payin_refund_id"),
                row.text("provider_id"),
                row.textOrNull("transfer_id"),
                row.integer("attempts"),
                row.integer("failures"),
                row.instant("next_check_at"),
                row.flag("key_known"),
                row.flag("taken_by_bank"));
    }

    Step step() {
        if (!beforeTransfer && transferRefundId == null) {
            return Step.TAKE_FROM_MERCHANT;
        }
        if (!beforeTransfer && !transferRefunded) {
            return Step.CONFIRM_MERCHANT;
        }
        return payinRefundId == null ? Step.GIVE_TO_CARD : Step.CONFIRM_CARD;
    }

    /** The share is on its way to the merchant: what is not there yet cannot be taken back. */
    boolean waitsForTransfer() {
        return !beforeTransfer && shareTransferId == null;
    }

    /** The move that has the provider asked again; null where the refund is already under way. */
    @Nullable
    RefundTransition toSend() {
        return switch (state) {
            case REQUESTED -> RefundTransition.SEND;
            case FAILED, UNKNOWN -> RefundTransition.RETRY;
            case SENT, SUCCEEDED -> null;
        };
    }

    RefundState after(RefundTransition transition, Actor actor) {
        return transition.apply(state, actor.kind());
    }
}
