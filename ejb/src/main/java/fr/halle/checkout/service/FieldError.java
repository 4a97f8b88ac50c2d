package fr.halle.checkout.service;

import java.util.List;

/**
 * What is wrong with one field, for the page to say beside it and in its summary.
 *
 * @param field the field's name in the form and in the API: {@code email}, {@code terms.1042}, {@code part.1007.slot}, {@code line.1100}
 * @param reason the end of the message's key: {@code checkout.error.email.SYNTAX} is {@code SYNTAX} of {@code email}
 * @param details what the sentence is filled with: a shop's or a product's name, what is left; never what was typed
 */
public record FieldError(String field, String reason, List<Object> details) {

    public FieldError(String field, String reason, Object... details) {
        this(field, reason, List.of(details));
    }

    /** The name without what follows its first dot: all parts' slots share one sentence. */
    public String kind() {
        int first = field.indexOf('.');
        if (first < 0) {
            return field;
        }
        int last = field.lastIndexOf('.');
        return first == last ? field.substring(0, first) : field.substring(0, first) + field.substring(last);
    }

    /** Where the sentence is: {@code checkout.error.part.slot.FULL}. */
    public String key() {
        return "checkout.error." + kind() + "." + reason;
    }
}
