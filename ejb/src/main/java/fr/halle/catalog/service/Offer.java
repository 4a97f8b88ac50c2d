package fr.halle.catalog.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import fr.halle.catalog.model.Ages;
import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as its price rule sees it: what can be chosen, what is left of what was chosen, what nights cost. */
record Offer(Product product, List<Variant> variants, List<Place> places, List<Season> seasons) {

    private static final ObjectReader TERMS =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** @param fromCents the price itself where there are no variants */
    record Product(
            long id,
            long shopId,
            long merchantId,
            ProductKind kind,
            String slug,
            String name,
            String family,
            String seller,
            String unitText,
            long fromCents,
            int vatBp,
            boolean collected,
            boolean byWeight,
            String withdrawal,
            boolean adultsOnly,
            String picture,
            String terms,
            boolean sold) {

        /** Reads what a rule needs of the terms; what else is in them is for the page. */
        <T> T terms(Class<T> type) {
            try {
                return TERMS.forType(type).readValue(terms);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The terms of product " + id + " are no " + type.getSimpleName(), e);
            }
        }
    }

    record Variant(
            long id,
            long productId,
            String label,
            long priceCents,
            List<Long> dayPrices,
            @Nullable Integer minutes,
            @Nullable Integer days,
            Ages ages,
            List<String> sizes) {}

    /** A row of {@code capacity}. */
    record Place(
            long id,
            @Nullable LocalDate day,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            long left) {}

    record Season(long productId, LocalDate from, LocalDate to, long nightCents, int minNights) {

        boolean holds(LocalDate night) {
            return !night.isBefore(from) && !night.isAfter(to);
        }
    }

    /** The variant chosen; null for a product that has none. */
    @Nullable
    Variant chosen(Choice choice) {
        Long id = choice.variantId();
        if (variants.isEmpty() && id == null) {
            return null;
        }
        if (id == null) {
            throw new ChoiceRefused("variantId", Reason.VARIANT_MISSING);
        }
        return variants.stream()
                .filter(variant -> variant.id() == id)
                .findFirst()
                .orElseThrow(() -> new ChoiceRefused("variantId", Reason.VARIANT_UNKNOWN));
    }

    /** The variant chosen of a product that must have one. */
    Variant required(Choice choice) {
        Variant variant = chosen(choice);
        if (variant == null) {
            throw new ChoiceRefused("variantId", Reason.VARIANT_MISSING);
        }
        return variant;
    }

    Offer withPlaces(List<Place> found) {
        return new Offer(product, variants, found, seasons);
    }
}
