package fr.halle.outside.service;

import fr.halle.catalog.model.ProductKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue of the outside system offers (S29, S30): a product of ours at a special price, or one that is not sold on line.
 *
 * @param id the outside system's own, to be told back with the sale
 * @param label in the language that was asked for
 * @param unitCents VAT included
 * @param vatBp basis points
 * @param productId ours, which it is a special price of; null for one that is not sold on line
 * @param variantId of that product; null where the price is for all of them
 * @param places when it can be had, empty for one without dates
 */
public record OutsideProduct(
        String id,
        ProductKind kind,
        String label,
        long unitCents,
        int vatBp,
        @Nullable Long productId,
        @Nullable Long variantId,
        List<Place> places) {

    public OutsideProduct {
        places = List.copyOf(places);
    }

    /** One time it can be had. @param free how many are left, null where the outside system does not count them */
    public record Place(
            Instant startsAt, Instant endsAt, @Nullable Integer free) {}
}
