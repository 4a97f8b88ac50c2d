package fr.halle.order.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.Map;

/** The portal's settings as they were when an order was placed; they never change for it (K1–K30). */
@Service
public class FrozenSettings {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    @Inject
    private Sql sql;

    public Settings of(long orderId) {
        return sql.one("select settings from customer_order where id = ?", row -> row.text("settings"), orderId)
                .map(FrozenSettings::read)
                .orElseThrow(() -> new IllegalStateException("No order " + orderId));
    }

    static Settings read(String json) {
        return Settings.of(texts(json));
    }

    static Map<String, String> texts(String json) {
        try {
            return Json.MAPPER.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a map of texts", e);
        }
    }
}
