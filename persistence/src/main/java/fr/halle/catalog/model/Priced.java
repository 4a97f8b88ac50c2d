package fr.halle.catalog.model;

import fr.halle.checkout.model.OrderDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice with its price now, and whether it can be had now. Texts are in the language that was asked for; amounts are cents, VAT
 * included.
 *
 * @param family the category's name (M33)
 * @param seller the shop's name (M33)
 * @param unitCents of one piece, person, lesson; of a kilogram where it is sold by weight; of the whole stay or rental period
 * @param totalCents tourist tax included
 * @param taxCents tourist tax within the total: no VAT is in it
 * @param dueNowCents the total, or a lodging's deposit (C07)
 * @param balance what is paid later, null where nothing is
 * @param left how many could be had at most; null where it is not counted
 * @param ages for whom it is meant
 * @param refusal why it cannot be had, null where it can
 */
public record Priced(
        ProductKind kind,
        long productId,
        String slug,
        long shopId,
        long merchantId,
        String name,
        String family,
        String seller,
        String variant,
        String unitText,
        long unitCents,
        long totalCents,
        int vatBp,
        long taxCents,
        long dueNowCents,
        OrderDraft.@Nullable Balance balance,
        String withdrawal,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        boolean collected,
        boolean byWeight,
        boolean adultsOnly,
        String picture,
        List<OrderDraft.Claim> claims,
        @Nullable Long left,
        Ages ages,
        @Nullable ChoiceRefused refusal) {

    public Priced {
        claims = List.copyOf(claims);
    }

    public boolean available() {
        return refusal == null;
    }
}
