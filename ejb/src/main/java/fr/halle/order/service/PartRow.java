package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part as a list shows it (M25), with its lines to unfold (M26).
 *
 * @param merchant whose it is: shown to the operator, who sees several
 * @param totalCents what was ordered, which never changes (C17)
 * @param cancelledCents what of it was cancelled line by line (K9)
 * @param unpaidCents balances that are still to be paid
 * @param seen whether somebody of the merchant's opened it
 * @param alias the number it was imported with (K15)
 */
public record PartRow(
        long id,
        String number,
        String merchant,
        Instant placedAt,
        String customer,
        String email,
        String phone,
        long totalCents,
        long cancelledCents,
        long shippingCents,
        long unpaidCents,
        String mode,
        @Nullable Instant slotStart,
        @Nullable Instant slotEnd,
        LocalDate serviceDate,
        MerchantOrderState state,
        int version,
        boolean seen,
        @Nullable String alias,
        List<OrderLine> lines) {

    public PartRow {
        lines = List.copyOf(lines);
    }

    /** What stands of it, in cents: what its day of the calendar counts. Nothing once it is cancelled. */
    public long standingCents() {
        return state == MerchantOrderState.CANCELLED ? 0 : totalCents - cancelledCents;
    }

    /** Whether less stands than was ordered. */
    public boolean isReduced() {
        return standingCents() < totalCents;
    }

    PartRow with(List<OrderLine> its) {
        return new PartRow(
                id,
                number,
                merchant,
                placedAt,
                customer,
                email,
                phone,
                totalCents,
                cancelledCents,
                shippingCents,
                unpaidCents,
                mode,
                slotStart,
                slotEnd,
                serviceDate,
                state,
                version,
                seen,
                alias,
                its);
    }
}
