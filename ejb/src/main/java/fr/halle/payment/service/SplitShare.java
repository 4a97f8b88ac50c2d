package fr.halle.payment.service;

import fr.halle.shared.model.Allocation;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's share as a substitution finds it, locked, and how it is divided: the fee that was not given back goes along with the
 * money in proportion, and all of it with the last cent, so that the two shares together owe what the one did. Amounts are cents.
 */
record SplitShare(
        long id,
        long paymentId,
        String paymentState,
        String part,
        long merchantId,
        long portalId,
        long gross,
        long fee,
        long refunded,
        long feeReturned,
        long taxLeft,
        boolean claimed,
        boolean transferred,
        boolean released,
        @Nullable Long transferFee) {

    static final String LOCK = """
            select s.id, s.payment_id, p.state as payment_state, m.number, s.merchant_id, m.portal_id, s.gross_cents, s.fee_cents,
                   s.refunded_cents, s.fee_returned_cents, s.tax_cents - s.tax_returned_cents as tax_left,
                   s.transfer_claimed_at is not null as claimed, s.transferred_at is not null as transferred,
                   s.released_at is not null or s.payout_id is not null as released, s.transfer_fee_cents
              from payment_share s
              join payment p on p.id = s.payment_id
              join merchant_order m on m.id = s.merchant_order_id
             where s.id = ?
               for no key update of s""";

    static SplitShare of(Row row) throws SQLException {
        return new SplitShare(
                row.number("id"),
                row.number("payment_id"),
                row.text("payment_state"),
                row.text("number"),
                row.number("merchant_id"),
                row.number("portal_id"),
                row.number("gross_cents"),
                row.number("fee_cents"),
                row.number("refunded_cents"),
                row.number("fee_returned_cents"),
                row.number("tax_left"),
                row.flag("claimed"),
                row.flag("transferred"),
                row.flag("released"),
                row.numberOrNull("transfer_fee_cents"));
    }

    /** @throws ShareStays when it cannot be divided now */
    void check(long cents, long tax) {
        if (released) {
            throw new ShareStays(ShareStays.Reason.PAID_OUT);
        }
        if (claimed && !transferred) {
            throw new ShareStays(ShareStays.Reason.IN_TRANSFER);
        }
        if (paymentState.equals("DISPUTED")) {
            throw new ShareStays(ShareStays.Reason.DISPUTED);
        }
        if (cents > left() || tax > taxLeft || left() - taxLeft < feeLeft()) {
            throw new ShareStays(ShareStays.Reason.UNCOVERED);
        }
    }

    long left() {
        return gross - refunded;
    }

    private long feeLeft() {
        return fee - feeReturned;
    }

    /** The fee that goes along: what stays must still cover its own fee and tax, and what goes likewise. */
    long feeOf(long cents, long tax) {
        long least = feeLeft() - (left() - cents) + (taxLeft - tax);
        long most = Math.min(feeLeft(), cents - tax);
        return Math.min(most, Math.max(Math.max(0, least), Allocation.partOf(feeLeft(), cents, left())));
    }

    /** What of the fee that the provider kept at source belongs to what goes. */
    @Nullable
    Long transferFeeOf(long feeGoing) {
        return transferFee == null ? null : Long.valueOf(Math.min(transferFee, feeGoing));
    }
}
