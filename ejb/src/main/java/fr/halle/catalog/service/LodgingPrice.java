package fr.halle.catalog.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.LodgingTerms;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.shared.model.Rates;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The nights of a stay, each at its season's price, a tourist tax by adult and night on top, and a deposit now with the rest later
 * (C07): the link to pay it leaves some days before arrival and must be paid within a week. A stay that is nearer is paid whole.
 */
final class LodgingPrice implements PriceRule {

    private static final int MOST_NIGHTS = 60;
    private static final int DAYS_TO_PAY = 7;

    @Override
    public Want want(Offer offer, Choice choice, Now now) {
        if (choice.quantity() != 1) {
            throw new ChoiceRefused("quantity", Reason.ONE_ONLY);
        }
        LocalDate arrival = Checks.day(choice.startsOn(), now);
        LocalDate departure = departure(choice, arrival);
        checkParty(choice, offer.product().terms(LodgingTerms.class));
        return Want.days(null, null, arrival, departure.minusDays(1));
    }

    @Override
    public void price(Offer offer, Choice choice, Now now, Quote quote) {
        LocalDate arrival = Checks.day(choice.startsOn(), now);
        LocalDate departure = departure(choice, arrival);
        LodgingTerms terms = offer.product().terms(LodgingTerms.class);
        int nights = (int) ChronoUnit.DAYS.between(arrival, departure);
        if (offer.places().size() != nights) {
            throw new ChoiceRefused("startsOn", Reason.DATE_NOT_OFFERED);
        }
        int least = season(offer, arrival).minNights();
        if (nights < least) {
            throw new ChoiceRefused("endsOn", Reason.STAY_TOO_SHORT, least);
        }
        long stay = 0;
        for (LocalDate night = arrival; night.isBefore(departure); night = night.plusDays(1)) {
            stay = Math.addExact(stay, season(offer, night).nightCents());
        }
        int adults = choice.adults() == null ? 0 : choice.adults();
        long tax = Math.multiplyExact(terms.taxCents(), (long) adults * nights);
        quote.costs(stay, stay).withTax(tax).on(arrival, departure);
        payLater(quote, terms, arrival, stay, tax, now);
        offer.places().forEach(place -> quote.takes(place, 1, "startsOn"));
    }

    private static void payLater(Quote quote, LodgingTerms terms, LocalDate arrival, long stay, long tax, Now now) {
        long deposit = Rates.share(stay, terms.deposit());
        LocalDate sendOn = arrival.minusDays(terms.daysBefore());
        if (deposit < stay && sendOn.isAfter(now.today())) {
            LocalDate week = sendOn.plusDays(DAYS_TO_PAY);
            quote.payingLater(
                    deposit, new Balance(stay - deposit + tax, tax, sendOn, week.isAfter(arrival) ? arrival : week));
        }
    }

    private static LocalDate departure(Choice choice, LocalDate arrival) {
        LocalDate departure = choice.endsOn();
        if (departure == null) {
            throw new ChoiceRefused("endsOn", Reason.END_MISSING);
        }
        if (!departure.isAfter(arrival)) {
            throw new ChoiceRefused("endsOn", Reason.END_BEFORE_START);
        }
        if (departure.isAfter(arrival.plusDays(MOST_NIGHTS))) {
            throw new ChoiceRefused("endsOn", Reason.STAY_TOO_LONG, MOST_NIGHTS);
        }
        return departure;
    }

    private static void checkParty(Choice choice, LodgingTerms terms) {
        Integer adults = choice.adults();
        int children = choice.children() == null ? 0 : choice.children();
        if (adults == null || adults < 1 || children < 0) {
            throw new ChoiceRefused("adults", Reason.PARTY_MISSING);
        }
        if ((long) adults + children > terms.persons()) {
            throw new ChoiceRefused("adults", Reason.PARTY_TOO_LARGE, terms.persons());
        }
    }

    private static Offer.Season season(Offer offer, LocalDate night) {
        return offer.seasons().stream()
                .filter(season -> season.holds(night))
                .findFirst()
                .orElseThrow(() -> new ChoiceRefused("startsOn", Reason.DATE_NOT_OFFERED));
    }
}
