package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.LessonTerms;
import java.time.LocalDate;

/** A week of lessons at one level: a place for each child in the group that begins on that day. */
final class GroupLessonPrice implements PriceRule {

    @Override
    public Want want(Offer offer, Choice choice, Now now) {
        Offer.Variant level = offer.required(choice);
        Checks.persons(choice);
        LocalDate first = Checks.day(choice.startsOn(), now);
        return Want.days(level.id(), null, first, first);
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        Offer.Variant level = offer.required(choice);
        LocalDate first = Checks.day(choice.startsOn(), now);
        if (offer.places().size() != 1) {
            throw new ChoiceRefused("startsOn", Reason.DATE_NOT_OFFERED);
        }
        int days = offer.product().terms(LessonTerms.class).days();
        quote.of(level)
                .costs(level.priceCents(), Math.multiplyExact(level.priceCents(), choice.quantity()))
                .on(first, first.plusDays(days - 1L))
                .takes(offer.places().get(0), choice.quantity(), "startsOn");
    }
}
