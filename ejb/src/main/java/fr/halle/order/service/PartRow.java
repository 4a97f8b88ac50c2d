package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part as a list shows it (M25), with its lines to unfold (M26).
 *
 * @param merchant whose it is: shown to the operator, who sees several
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
        List<PartLine> lines) {

    public PartRow {
        lines = List.copyOf(lines);
    }

    PartRow with(List<PartLine> its) {
        return new PartRow(
                id,
                number,
                merchant,
                placedAt,
                customer,
                email,
                phone,
                totalCents,
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
