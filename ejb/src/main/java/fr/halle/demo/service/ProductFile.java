package fr.halle.demo.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product as its merchant's file tells it. Amounts are cents, VAT included; what is left out follows from the kind.
 *
 * @param vat basis points: 550 is 5.5 %
 * @param price of the only choice; null where there are variants
 * @param stock pieces (grams when sold by weight) of the only choice
 * @param season when it takes place; null for the whole year
 * @param weeks of a group lesson
 * @param hours of a private lesson
 * @param sessions of an activity
 * @param nights prices of a lodging, each from its month and day on until the next
 */
record ProductFile(
        ProductKind kind,
        String slug,
        String category,
        Words name,
        Words summary,
        Words about,
        Words unit,
        String picture,
        Words alt,
        int vat,
        @Nullable String withdrawal,
        boolean byWeight,
        boolean adultsOnly,
        @Nullable Long price,
        @Nullable Long stock,
        @Nullable List<Variant> variants,
        @Nullable JsonNode terms,
        @Nullable Season season,
        @Nullable Weeks weeks,
        @Nullable Hours hours,
        @Nullable Sessions sessions,
        @Nullable Map<String, Night> nights) {

    record Variant(
            String code,
            Words label,
            @Nullable Long price,
            @Nullable List<Long> dayPrices,
            @Nullable Integer minutes,
            @Nullable Integer days,
            @Nullable Integer ageMin,
            @Nullable Integer ageMax,
            @Nullable Words schedule,
            @Nullable Map<String, Integer> sizes,
            @Nullable Long stock) {

        /** A rental's price is that of its first day. */
        long cents() {
            return dayPrices == null ? Objects.requireNonNull(price) : dayPrices.get(0);
        }
    }

    /** @param starts the weekday on which a week of lessons begins */
    record Weeks(String starts, long places) {}

    /** One place per instructor and hour. */
    record Hours(int from, int to, long instructors) {}

    /** @param days weekdays, such as {@code "tue,thu"} or {@code "mon-sun"} */
    record Sessions(String days, List<String> times, long places) {}

    record Night(long cents, int min) {}

    Season seasonOrYear() {
        return Objects.requireNonNullElse(season, Season.YEAR);
    }

    /** None for what is sold in one way only: its price is the product's own. */
    List<Variant> choices() {
        return Objects.requireNonNullElse(variants, List.of());
    }

    /** The price of the cheapest choice in cents: one day of a rental, one night, one person. An insurance follows the basket: its least premium. */
    long fromCents() {
        if (nights != null) {
            return nights.values().stream().mapToLong(Night::cents).min().orElseThrow();
        }
        if (kind == ProductKind.INSURANCE) {
            return Objects.requireNonNull(terms).path("minCents").asLong();
        }
        if (price != null) {
            return price;
        }
        return choices().stream().mapToLong(Variant::cents).min().orElseThrow();
    }

    boolean collected() {
        return kind == ProductKind.GOODS || kind == ProductKind.RENTAL;
    }

    /** Dated leisure and lodging cannot be withdrawn from (Code de la consommation, art. L221-28, 12°). */
    String withdrawalOrUsual() {
        if (withdrawal != null) {
            return withdrawal;
        }
        return kind == ProductKind.GOODS || kind == ProductKind.INSURANCE ? "LEGAL" : "EXCLUDED_DATED";
    }

    /** A pass has no capacity, so its season stands in its terms. */
    String termsJson() {
        if (kind == ProductKind.PASS && season != null) {
            return Json.write(season.ofPass());
        }
        return terms == null ? "{}" : terms.toString();
    }
}
