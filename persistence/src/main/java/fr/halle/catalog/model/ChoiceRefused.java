package fr.halle.catalog.model;

import fr.halle.shared.model.FieldRefusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer chose cannot be had: something is missing, lies outside what is offered, or nothing (or not enough) is left.
 * Details: the limit or what is left, where the sentence tells it.
 */
public final class ChoiceRefused extends FieldRefusal {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Each has its sentence: {@code error.ChoiceRefused.<reason>}. */
    public enum Reason {
        PRODUCT_UNKNOWN,
        NOT_SOLD,
        VARIANT_MISSING,
        VARIANT_UNKNOWN,
        SIZE_MISSING,
        SIZE_UNKNOWN,
        DATE_MISSING,
        END_MISSING,
        HOUR_MISSING,
        DATE_PAST,
        DATE_FAR,
        DATE_NOT_OFFERED,
        OUT_OF_SEASON,
        HOUR_NOT_OFFERED,
        END_BEFORE_START,
        RENTAL_TOO_LONG,
        STAY_TOO_LONG,
        STAY_TOO_SHORT,
        PARTY_MISSING,
        PARTY_TOO_LARGE,
        PIECES_RANGE,
        WEIGHT_RANGE,
        PERSONS_RANGE,
        ONE_ONLY,
        SOLD_OUT,
        ONLY_LEFT,
        NOTHING_INSURED,
        AGE_UNREADABLE,
        AGE_FROM,
        AGE_TO,
        AGE_RANGE;

        /** It could be had in smaller number, at another time or with other things: the price is known all the same. */
        public boolean isShortage() {
            return this == SOLD_OUT || this == ONLY_LEFT || this == NOTHING_INSURED;
        }
    }

    /** @param field a component of {@link Choice}, or what was said with it */
    public ChoiceRefused(String field, Reason reason, Object... limits) {
        super(field, reason.name(), limits);
        this.reason = reason;
    }

    public Reason why() {
        return reason;
    }

    /** What two refusals have in common when they say the same. */
    public List<Object> facts() {
        List<Object> facts = new ArrayList<>(List.of(field(), reason));
        facts.addAll(List.of(details()));
        return facts;
    }
}
