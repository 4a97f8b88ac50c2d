package fr.halle.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * How a lodging is let, as kept in {@code product.terms}. What is left out: ten persons, everything paid at once, no tourist tax.
 *
 * @param depositBp the share of the nights that is paid with the order, basis points
 * @param balanceDaysBefore how many days before arrival the link to pay the rest leaves (C07)
 * @param taxCentsPerAdultNight tourist tax (taxe de séjour), cents
 * @param registration the number that the town hall gave
 */
public record LodgingTerms(
        @Nullable Integer maxPersons,
        @Nullable Integer depositBp,
        @Nullable Integer balanceDaysBefore,
        @Nullable Long taxCentsPerAdultNight,
        @Nullable Integer bedrooms,
        @Nullable Integer surface,
        @Nullable String registration) {

    private static final int USUAL_PERSONS = 10;
    private static final int WHOLE = 10_000;
    private static final int USUAL_DAYS = 30;

    public int persons() {
        return maxPersons == null ? USUAL_PERSONS : maxPersons;
    }

    public int deposit() {
        return depositBp == null ? WHOLE : depositBp;
    }

    public int daysBefore() {
        return balanceDaysBefore == null ? USUAL_DAYS : balanceDaysBefore;
    }

    public long taxCents() {
        return taxCentsPerAdultNight == null ? 0 : taxCentsPerAdultNight;
    }
}
