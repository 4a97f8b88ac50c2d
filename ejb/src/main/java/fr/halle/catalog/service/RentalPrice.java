package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Gear of a class and size for some days, both included: the price of n days, and one set of each of these days. */
final class RentalPrice implements PriceRule {

    private static final int MOST_DAYS = 30;

    @Override
    public Want want(Offer offer, Choice choice, Now now) {
        Offer.Variant gear = offer.required(choice);
        Checks.persons(choice);
        LocalDate first = Checks.day(choice.startsOn(), now);
        LocalDate last = last(choice, first);
        int most = Math.min(MOST_DAYS, gear.dayPrices().size());
        if (days(first, last) > most) {
            throw new ChoiceRefused("endsOn", Reason.RENTAL_TOO_LONG, most);
        }
        checkSize(gear, choice);
        return Want.days(gear.id(), choice.size(), first, last);
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        Offer.Variant gear = offer.required(choice);
        LocalDate first = Checks.day(choice.startsOn(), now);
        LocalDate last = last(choice, first);
        int days = days(first, last);
        if (offer.places().size() != days) {
            throw new ChoiceRefused("startsOn", Reason.DATE_NOT_OFFERED);
        }
        long unit = gear.dayPrices().get(days - 1);
        quote.of(gear).costs(unit, Math.multiplyExact(unit, choice.quantity())).on(first, last);
        offer.places().forEach(place -> quote.takes(place, choice.quantity(), "startsOn"));
    }

    private static LocalDate last(Choice choice, LocalDate first) {
        LocalDate last = choice.endsOn();
        if (last == null) {
            throw new ChoiceRefused("endsOn", Reason.END_MISSING);
        }
        if (last.isBefore(first)) {
            throw new ChoiceRefused("endsOn", Reason.END_BEFORE_START);
        }
        return last;
    }

    private static int days(LocalDate first, LocalDate last) {
        return (int) Math.min(Integer.MAX_VALUE, ChronoUnit.DAYS.between(first, last) + 1);
    }

    private static void checkSize(Offer.Variant gear, Choice choice) {
        if (choice.size() == null && !gear.sizes().isEmpty()) {
            throw new ChoiceRefused("size", Reason.SIZE_MISSING);
        }
        if (choice.size() != null && !gear.sizes().contains(choice.size())) {
            throw new ChoiceRefused("size", Reason.SIZE_UNKNOWN);
        }
    }
}
