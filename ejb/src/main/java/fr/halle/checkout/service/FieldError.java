package fr.halle.checkout.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field, for the page to say beside it and in its summary.
 *
 * @param field the field's name in the form and in the API: {@code email}, {@code terms.1042}, {@code part.1007.slot}, {@code line.1100}
 * @param key where the sentence is in the bundles
 * @param about the shop or the product it is about, null for the customer's own details
 * @param details what the sentence is filled with, such as what is left; never what was typed
 */
public record FieldError(String field, String key, @Nullable String about, List<Object> details) {

    /** A field of the customer's: its sentence is {@code checkout.error.<field>.<reason>}. */
    static FieldError of(String field, String reason, Object... details) {
        return new FieldError(field, "checkout.error." + field + "." + reason, null, List.of(details));
    }

    /** Something of one shop or product: its sentence is {@code checkout.error.<kind>.<reason>}. */
    static FieldError about(String about, String field, String kind, String reason) {
        return new FieldError(field, "checkout.error." + kind + "." + reason, about, List.of());
    }
}
