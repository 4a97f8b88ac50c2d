package fr.halle.order.service;

import fr.halle.shared.model.Allocation;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a payment brought to one part, and what of it went back already. Amounts are cents. */
record PaidShare(
        long id,
        long gross,
        long fee,
        long tax,
        long refunded,
        long taxReturned,
        String purpose,
        @Nullable String reference) {

    static PaidShare of(Row row) throws SQLException {
        return new PaidShare(
                row.number("id"),
                row.number("gross_cents"),
                row.number("fee_cents"),
                row.number("tax_cents"),
                row.number("refunded_cents"),
                row.number("tax_returned_cents"),
                row.text("purpose"),
                row.textOrNull("provider_id"));
    }

    long left() {
        return gross - refunded;
    }

    long taxLeft() {
        return tax - taxReturned;
    }

    /** The tourist tax that goes back with so much more of it. */
    long taxWithin(long cents) {
        return Math.max(0, Allocation.partOf(tax, refunded + cents, gross) - taxReturned);
    }

    /** The fee within so much more of it. */
    long feeWithin(long cents) {
        return Allocation.partOf(fee, refunded + cents, gross) - Allocation.partOf(fee, refunded, gross);
    }
}
