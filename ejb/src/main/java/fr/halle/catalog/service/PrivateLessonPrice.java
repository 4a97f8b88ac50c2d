package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import java.time.Duration;
import java.time.Instant;

/** An instructor for some hours in a row: each hour has as many as are free in it. */
final class PrivateLessonPrice implements PriceRule {

    private static final int HOUR = 60;

    @Override
    public Want want(Offer offer, Choice choice, Now now) {
        Offer.Variant length = offer.required(choice);
        Checks.persons(choice);
        Instant begins = Checks.hour(choice.startsAt(), now);
        return Want.hours(begins, begins.plus(minutes(length)));
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        Offer.Variant length = offer.required(choice);
        Instant begins = Checks.hour(choice.startsAt(), now);
        long hours = (minutes(length).toMinutes() + HOUR - 1) / HOUR;
        if (offer.places().size() != hours
                || !begins.equals(offer.places().get(0).startsAt())) {
            throw new ChoiceRefused("startsAt", Reason.HOUR_NOT_OFFERED);
        }
        quote.of(length)
                .costs(length.priceCents(), Math.multiplyExact(length.priceCents(), choice.quantity()))
                .at(begins, begins.plus(minutes(length)));
        offer.places().forEach(place -> quote.takes(place, choice.quantity(), "startsAt"));
    }

    private static Duration minutes(Offer.Variant length) {
        return Duration.ofMinutes(length.minutes() == null ? HOUR : length.minutes());
    }
}
