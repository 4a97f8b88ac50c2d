package fr.halle.catalog.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as its page shows it, in one language. What can be had when is {@code Availability}'s to say.
 *
 * @param card what lists show of it
 * @param withdrawal the category of the right of withdrawal (Code de la consommation L221-18, L221-28)
 * @param terms what its kind needs to be explained: a deposit's rate, the most persons …
 * @param left pieces (grams by weight) still there of an undated stock, null where it is dated or not limited
 */
public record ProductView(
        ProductCard card,
        String about,
        int vatBp,
        String withdrawal,
        boolean adultsOnly,
        Map<String, Object> terms,
        @Nullable Long left,
        List<Variant> variants,
        long merchantId,
        String shopPicture,
        String shopTagline,
        String shopCity,
        String shopPhone,
        boolean pickup,
        boolean delivery) {

    /**
     * One thing to choose: a level and age, a duration, a length, a gear class.
     *
     * @param dayPrices cents for one day, two days … of a rental; empty elsewhere
     */
    public record Variant(
            long id,
            String code,
            String label,
            long priceCents,
            List<Long> dayPrices,
            @Nullable Integer minutes,
            @Nullable Integer days,
            @Nullable Integer ageMin,
            @Nullable Integer ageMax,
            String schedule,
            List<String> sizes) {

        public Variant {
            // JSON says null where an array column is.
            dayPrices = dayPrices == null ? List.of() : List.copyOf(dayPrices);
            sizes = sizes == null ? List.of() : List.copyOf(sizes);
        }
    }
}
