package fr.halle.sales.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
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
 * @param byWeight whether it is counted in grams, its price a kilogram's
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
        boolean byWeight,
        @Nullable Long unitCents,
        @Nullable Long publicCents) {

    public boolean isGone() {
        return left != null && left <= 0;
    }

    /** A product of ours at the public price, in the row's variant, time and size. */
    static OfferRow of(Row row) throws SQLException {
        return new OfferRow(
                row.number("id"),
                row.numberOrNull("variant"),
                null,
                row.constant("kind", ProductKind.class),
                row.text("name"),
                row.text("label"),
                row.text("seller"),
                row.dateOrNull("day"),
                null,
                row.instantOrNull("starts_at"),
                row.instantOrNull("ends_at"),
                row.textOrNull("size"),
                row.numberOrNull("room"),
                row.flag("by_weight"),
                row.number("price"),
                null);
    }

    /** What only an outside catalogue sells. @param place one of its times, null where it has none */
    static OfferRow notOnLine(OutsideProduct product, OutsideProduct.@Nullable Place place) {
        Integer free = place == null ? null : place.free();
        return new OfferRow(
                null,
                null,
                product.id(),
                product.kind(),
                product.label(),
                "",
                "",
                null,
                null,
                place == null ? null : place.startsAt(),
                place == null ? null : place.endsAt(),
                null,
                free == null ? null : (long) free,
                false,
                product.unitCents(),
                null);
    }

    /** The same at an outside catalogue's price. */
    OfferRow priced(String outside, long cents) {
        Long publicly = unitCents != null && unitCents > cents ? unitCents : null;
        return with(outside, startsOn, endsOn, endsAt, left, cents, publicly);
    }

    /** The same with another end. */
    OfferRow until(@Nullable Instant ends) {
        return with(outsideId, startsOn, endsOn, ends, left, unitCents, publicCents);
    }

    /** The same on these days, at what it costs then. */
    OfferRow during(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long stillLeft, @Nullable Long cents) {
        return with(outsideId, from, to, endsAt, stillLeft, cents, publicCents);
    }

    private OfferRow with(
            @Nullable String outside,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Instant ends,
            @Nullable Long stillLeft,
            @Nullable Long cents,
            @Nullable Long publicly) {
        return new OfferRow(
                productId, variantId, outside, kind, name, variant, seller, from, to, startsAt, ends, size, stillLeft,
                byWeight, cents, publicly);
    }
}
