package fr.halle.simulator.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Small JSON: documents are built from pairs and copied with changes. Looking the provider up once is what makes it fast. */
public final class Docs {

    public static final JsonObject EMPTY = JsonValue.EMPTY_JSON_OBJECT;
    static final JsonProvider JSON = JsonProvider.provider();

    private Docs() {}

    /**
     * A small document; a larger one is built with {@link Doc}.
     *
     * @param pairs name, value, name, value …; a null value becomes JSON's null
     */
    public static JsonObject of(@Nullable Object... pairs) {
        return with(EMPTY, pairs);
    }

    /** A copy of {@code base} with these fields added or replaced. */
    public static JsonObject with(JsonObject base, @Nullable Object... pairs) {
        JsonObjectBuilder builder = JSON.createObjectBuilder(base);
        for (int i = 0; i < pairs.length; i += 2) {
            builder.add(String.valueOf(pairs[i]), value(pairs[i + 1]));
        }
        return builder.build();
    }

    static JsonObject merge(JsonObject base, JsonObject fields) {
        JsonObjectBuilder builder = JSON.createObjectBuilder(base);
        fields.forEach(builder::add);
        return builder.build();
    }

    public static JsonArray array(Collection<?> values) {
        JsonArrayBuilder builder = JSON.createArrayBuilder();
        values.forEach(each -> builder.add(value(each)));
        return builder.build();
    }

    /** An amount as Mangopay writes it. */
    public static JsonObject euros(long cents) {
        return of("Currency", "EUR", "Amount", cents);
    }

    /** The cents of an amount field, 0 when it is absent. */
    public static long cents(JsonObject doc, String field) {
        JsonObject amount = doc.getJsonObject(field);
        return amount == null ? 0 : amount.getJsonNumber("Amount").longValueExact();
    }

    /** A text field, empty when it is absent, null or no text. */
    public static String text(JsonObject doc, String field) {
        return doc.get(field) instanceof JsonString string ? string.getString() : "";
    }

    /**
     * Reads a document.
     *
     * @throws JsonException when it is not one JSON object
     */
    public static JsonObject parse(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Long number) {
            return JSON.createValue(number);
        }
        if (value instanceof Integer number) {
            return JSON.createValue(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return JSON.createValue(value.toString());
    }
}
