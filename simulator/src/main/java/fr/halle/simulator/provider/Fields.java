package fr.halle.simulator.provider;

import fr.halle.simulator.store.Docs;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a request's body and gathers what is wrong with it, so that one answer names every wrong field. */
public final class Fields {

    private static final BigInteger HIGHEST_CENTS = BigInteger.valueOf(100_000_000);

    private final JsonObject body;
    private final Map<String, String> errors = new LinkedHashMap<>();

    public Fields(JsonObject body) {
        this.body = body;
    }

    JsonObject body() {
        return body;
    }

    boolean has(String field) {
        return body.containsKey(field) && !body.isNull(field);
    }

    String required(String field) {
        String value = optional(field, "");
        if (value.isBlank()) {
            refuse(field, "The " + field + " field is required.");
        }
        return value;
    }

    String optional(String field, String otherwise) {
        String value = Docs.text(body, field);
        return value.isBlank() ? otherwise : value;
    }

    String oneOf(String field, String otherwise, Set<String> allowed) {
        String value = optional(field, otherwise);
        if (!allowed.contains(value)) {
            refuse(field, "The value " + value + " is not one of " + allowed);
        }
        return value;
    }

    String atMost(String field, int letters) {
        String value = optional(field, "");
        if (value.length() > letters) {
            refuse(field, "At most " + letters + " characters.");
        }
        return value;
    }

    List<String> texts(String field) {
        return body.get(field) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(each -> ((JsonString) each).getString())
                        .toList()
                : List.of();
    }

    /** A required amount in cents, more than nothing. */
    long amount(String field) {
        long cents = cents(field);
        if (cents <= 0 && !errors.containsKey(field)) {
            refuse(field, "The amount has to be greater than 0.");
        }
        return cents;
    }

    /** The platform's fees in cents, nothing when absent. */
    long fees() {
        long cents = has("Fees") ? cents("Fees") : 0;
        if (cents < 0) {
            refuse("Fees", "The fees cannot be negative.");
        }
        return cents;
    }

    /** An amount in cents that may be negative: in a refund, negative fees give fees back. */
    long cents(String field) {
        if (!(body.get(field) instanceof JsonObject amount
                && amount.get("Amount") instanceof JsonNumber number
                && number.isIntegral())) {
            refuse(field, "The " + field + " field is required: {\"Currency\": \"EUR\", \"Amount\": <cents>}.");
            return 0;
        }
        if (!"EUR".equals(Docs.text(amount, "Currency"))) {
            refuse(field, "Only EUR is known here.");
        }
        if (number.bigIntegerValue().abs().compareTo(HIGHEST_CENTS) > 0) {
            refuse(field, "The amount is higher than the maximum permitted.");
            return 0;
        }
        return number.longValueExact();
    }

    void refuse(String field, String message) {
        errors.putIfAbsent(field, message);
    }

    /** @throws ApiProblem 400 that names every wrong field */
    void check() {
        if (!errors.isEmpty()) {
            throw ApiProblem.invalid(errors);
        }
    }
}
