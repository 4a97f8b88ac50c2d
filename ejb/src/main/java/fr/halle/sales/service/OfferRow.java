package fr.halle.sales.service;

import fr.halle.catalog.model.ProductKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be added to a quote as it stands there: a product at one time, in one variant, in one size.
 *
 * @param productId ours, null for what only an outside catalogue sells
 * @param outsideId the outside catalogue's own, null at the public price
 * @param seller the shop's name, which the portal's own desk shows
 * @param left how many are left, null where that is not counted
 * @param unitCents of one, null where it is reckoned when it is added (an insurance)
 * @param publicCents what anybody else pays, null where nobody else can have it, or it is no other price
 */
public record OfferRow(
        @Nullable Long productId,
        @Nullable Long variantId,
        @Nullable String outsideId,
        ProductKind kind,
        String name,
        String variant,
        String seller,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String size,
        @Nullable Long left,
        @Nullable Long unitCents,
        @Nullable Long publicCents) {

    public boolean isGone() {
        return left != null && left <= 0;
    }

    OfferRow priced(String outside, long cents) {
        Long publicly = unitCents != null && unitCents > cents ? unitCents : null;
        return new OfferRow(
                productId, variantId, outside, kind, name, variant, seller, startsOn, endsOn, startsAt, endsAt, size,
                left, cents, publicly);
    }
}
