package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Some days in a row from a day on, for an age class; as many as are wanted. */
final class PassPrice implements PriceRule {

    @Override
    public @Nullable Want want(Offer offer, Choice choice, Now now) {
        offer.chosen(choice);
        Checks.persons(choice);
        Checks.day(choice.startsOn(), now);
        return null;
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        Offer.Variant length = offer.chosen(choice);
        LocalDate first = Checks.day(choice.startsOn(), now);
        long unit = length == null ? offer.product().fromCents() : length.priceCents();
        int days = length == null || length.days() == null ? 1 : length.days();
        quote.of(length)
                .costs(unit, Math.multiplyExact(unit, choice.quantity()))
                .on(first, first.plusDays(days - 1L));
    }
}
