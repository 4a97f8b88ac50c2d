package fr.halle.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.catalog.model.Opening;
import fr.halle.shared.api.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a product between two days, both included. */
record OpeningsJson(LocalDate from, LocalDate to, List<One> openings) {

    /** @param left pieces (grams), places, sets, instructors; 0 or 1 for a night */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            @Nullable LocalDate day,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Long variantId,
            @Nullable String size,
            long left,
            MoneyJson price,
            @Nullable Integer minNights) {

        static One of(Opening opening) {
            return new One(
                    opening.day(),
                    opening.startsAt(),
                    opening.endsAt(),
                    opening.variantId(),
                    opening.size(),
                    opening.left(),
                    MoneyJson.euros(opening.priceCents()),
                    opening.minNights());
        }
    }
}
