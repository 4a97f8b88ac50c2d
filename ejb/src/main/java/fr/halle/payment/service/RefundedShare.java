package fr.halle.payment.service;

import fr.halle.ledger.model.FeesOnRefund;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundSettings;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Allocation;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * A merchant's share as a refund finds it, locked. Amounts are cents. Fee and tax are allocated by the <em>cumulative</em> amount
 * refunded, so that any number of partial refunds gives back exactly the fee and the tax of the share, never a cent more.
 */
record RefundedShare(
        long id,
        long paymentId,
        PaymentState paymentState,
        long partId,
        String part,
        long merchantId,
        long portalId,
        long grossCents,
        long feeCents,
        long taxCents,
        long refundedCents,
        long feeReturnedCents,
        long taxReturnedCents,
        boolean claimed,
        boolean released,
        Settings settings) {

    static RefundedShare of(Row row) throws SQLException {
        return new RefundedShare(
                row.number("id"),
                row.number("payment_id"),
                row.constant("payment_state", PaymentState.class),
                row.number("merchant_order_id"),
                row.text("number"),
                row.number("merchant_id"),
                row.number("portal_id"),
                row.number("gross_cents"),
                row.number("fee_cents"),
                row.number("tax_cents"),
                row.number("refunded_cents"),
                row.number("fee_returned_cents"),
                row.number("tax_returned_cents"),
                row.flag("claimed"),
                row.flag("released"),
                settings(row.text("settings")));
    }

    long leftCents() {
        boolean paid = Set.of(PaymentState.AUTHORISED, PaymentState.CAPTURED, PaymentState.DISPUTED)
                .contains(paymentState);
        return paid ? grossCents - refundedCents : 0;
    }

    /** What of the fee the merchant gets back with this refund (K6). */
    long feeReturnedBy(long cents, FeesOnRefund.Fault fault) {
        long returned = settings.get(RefundSettings.FEES_ON_REFUND).returnedToMerchant(partOf(feeCents, cents), fault);
        // A share that was divided (K10) had returned its fee by another proportion.
        return Math.min(returned, feeCents - feeReturnedCents);
    }

    /** Whether the refund waits for somebody to send it (K7); what the system undoes never does. */
    boolean waitsToBeSent(Actor actor) {
        return settings.get(RefundSettings.MODE) == RefundSettings.Mode.MANUAL && actor.kind() != Actor.Kind.SYSTEM;
    }

    /**
     * What of the tourist tax goes back with this refund, of no line in particular: by the cumulative amount, less what went back
     * with lines of their own (M21, K9).
     */
    long taxReturnedBy(long cents) {
        long cumulative = Allocation.partOf(taxCents, refundedCents + cents, grossCents);
        return Math.max(0, cumulative - taxReturnedCents);
    }

    /** What of a line's own tourist tax goes back with it: never more than is left of the share's, and all of that with its last cent. */
    long taxReturnedOf(long lineTaxCents, long cents) {
        long left = taxCents - taxReturnedCents;
        return cents == grossCents - refundedCents ? left : Math.max(0, Math.min(lineTaxCents, left));
    }

    /**
     * What is pending of this share, once this refund's fee and tax are back and before it is taken. A merchant's other money waits
     * for its own release.
     */
    long pendingCents(long feeReturned, long taxReturned) {
        long net = grossCents - feeCents - taxCents;
        long back = feeReturnedCents + feeReturned + taxReturnedCents + taxReturned;
        return released ? 0 : Math.max(0, net + back - refundedCents);
    }

    private long partOf(long whole, long cents) {
        return Allocation.partOf(whole, refundedCents + cents, grossCents)
                - Allocation.partOf(whole, refundedCents, grossCents);
    }

    @SuppressWarnings("unchecked")
    private static Settings settings(String json) {
        return Settings.of((Map<String, String>) Json.read(json, Map.class));
    }
}
