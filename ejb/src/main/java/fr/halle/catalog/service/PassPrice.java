package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.PassTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Some days in a row from a day on, all of them in its season, for an age class; as many as are wanted. */
final class PassPrice implements PriceRule {

    @Override
    public @Nullable Want want(Offer offer, Choice choice, Now now) {
        Offer.Variant length = offer.chosen(choice);
        Checks.persons(choice);
        last(offer, length, Checks.day(choice.startsOn(), now));
        return null;
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        Offer.Variant length = offer.chosen(choice);
        LocalDate first = Checks.day(choice.startsOn(), now);
        long unit = length == null ? offer.product().fromCents() : length.priceCents();
        quote.of(length)
                .costs(unit, Math.multiplyExact(unit, choice.quantity()))
                .on(first, last(offer, length, first));
    }

    private static LocalDate last(Offer offer, Offer.@Nullable Variant length, LocalDate first) {
        int days = length == null || length.days() == null ? 1 : length.days();
        LocalDate last = first.plusDays(days - 1L);
        PassTerms.Season season = offer.product().terms(PassTerms.class).season(first);
        if (season != null && !season.holds(first, last)) {
            throw new ChoiceRefused("startsOn", Reason.OUT_OF_SEASON, season.from(), season.to());
        }
        return last;
    }
}
