package fr.halle.shared.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.halle.shared.service.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The API's document, OpenAPI 3.1: written by hand, a part for each group of resources, put together when it is first asked for. */
public final class OpenApi {

    /** A part that does not exist yet is left out. */
    private static final List<String> PARTS =
            List.of("base", "paths-catalog", "paths-cart", "paths-order", "paths-contact", "paths-merchant");

    private OpenApi() {}

    public static ObjectNode document() {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        for (String part : PARTS) {
            try (InputStream file = OpenApi.class.getResourceAsStream("/openapi/" + part + ".json")) {
                if (file != null) {
                    merge(whole, Json.MAPPER.readTree(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("openapi/" + part + ".json cannot be read", e);
            }
        }
        return whole;
    }

    private static void merge(ObjectNode whole, JsonNode part) {
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            JsonNode there = whole.get(field.getKey());
            if (there instanceof ObjectNode inside && field.getValue().isObject()) {
                merge(inside, field.getValue());
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        }
    }
}
