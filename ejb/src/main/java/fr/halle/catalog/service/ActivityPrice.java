package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import java.time.Instant;

/** Places in a dated session; adults and children pay their own price and sit in the same one. */
final class ActivityPrice implements PriceRule {

    @Override
    public Want want(Offer offer, Choice choice, Now now) {
        offer.chosen(choice);
        Checks.persons(choice);
        Instant begins = Checks.hour(choice.startsAt(), now);
        return Want.hours(begins, begins.plusSeconds(1));
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        Offer.Variant age = offer.chosen(choice);
        if (offer.places().size() != 1) {
            throw new ChoiceRefused("startsAt", Reason.HOUR_NOT_OFFERED);
        }
        Offer.Place session = offer.places().get(0);
        long unit = age == null ? offer.product().fromCents() : age.priceCents();
        quote.of(age)
                .costs(unit, Math.multiplyExact(unit, choice.quantity()))
                .at(session.startsAt(), session.endsAt())
                .takes(session, choice.quantity(), "startsAt");
    }
}
