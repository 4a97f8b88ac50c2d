package fr.halle.payout.service;

import fr.halle.shared.service.Row;
import java.sql.SQLException;

/** A share whose money the payout rule lets go. @param pendingCents what is left of it after fees, tourist tax and refunds */
record DueShare(long id, String part, long merchantId, long pendingCents) {

    /** What a share still holds; a refund beyond it was taken elsewhere, so it is never less than nothing. */
    static final String PENDING = "greatest(0, s.gross_cents - s.fee_cents - s.tax_cents - s.refunded_cents"
            + " + s.fee_returned_cents + s.tax_returned_cents)";

    static DueShare of(Row row) throws SQLException {
        return new DueShare(row.number("id"), row.text("number"), row.number("merchant_id"), row.number("pending"));
    }
}
