package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.shared.model.Rates;

/** Pieces at a price, or grams at a price per kilogram, from a stock. */
final class GoodsPrice implements PriceRule {

    static final long MOST_PIECES = 999;
    static final long MOST_GRAMS = 50_000;
    private static final long LEAST_GRAMS = 50;

    @Override
    public Want want(Offer offer, Choice choice, Now now) {
        Offer.Variant variant = offer.chosen(choice);
        if (offer.product().byWeight()) {
            Checks.between(choice.quantity(), LEAST_GRAMS, MOST_GRAMS, Reason.WEIGHT_RANGE);
        } else {
            Checks.between(choice.quantity(), 1, MOST_PIECES, Reason.PIECES_RANGE);
        }
        return Want.stock(variant == null ? null : variant.id());
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        Offer.Variant variant = offer.chosen(choice);
        long unit = variant == null ? offer.product().fromCents() : variant.priceCents();
        long total = offer.product().byWeight()
                ? Rates.ofGrams(unit, choice.quantity())
                : Math.multiplyExact(unit, choice.quantity());
        quote.of(variant).costs(unit, total);
        // Without a row the merchant does not count it.
        offer.places().forEach(place -> quote.takes(place, choice.quantity(), "quantity"));
    }
}
