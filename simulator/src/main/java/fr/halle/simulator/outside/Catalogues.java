package fr.halle.simulator.outside;

import fr.halle.simulator.store.Docs;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The catalogues of the demo's ski school, from catalogues.json: products not sold on line, and special prices. */
final class Catalogues {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int MOST_DAYS = 31;
    private static final List<JsonObject> ALL = read();

    private Catalogues() {}

    /** @throws OutsideRefusal 404 when the account has none of this code, small or capital letters */
    static JsonObject of(String account, String code) {
        return ALL.stream()
                .filter(one -> one.getString("account").equals(account)
                        && one.getString("code").equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new OutsideRefusal(404, "catalogue-unknown", "There is no such catalogue."));
    }

    static boolean has(JsonObject catalogue, String product) {
        return catalogue.getJsonArray("products").getValuesAs(JsonObject.class).stream()
                .anyMatch(one -> one.getString("id").equals(product));
    }

    static JsonObject head(JsonObject catalogue) {
        return Docs.of("code", catalogue.getString("code"), "label", catalogue.getJsonObject("label"));
    }

    /** @param from the first day of the stay @param to its last */
    static JsonObject products(JsonObject catalogue, LocalDate from, LocalDate to) {
        List<JsonObject> products = catalogue.getJsonArray("products").getValuesAs(JsonObject.class).stream()
                .map(one -> product(one, from, to))
                .toList();
        return Docs.of("catalogue", catalogue.getString("code"), "products", Docs.array(products));
    }

    private static JsonObject product(JsonObject one, LocalDate from, LocalDate to) {
        JsonObject told = Docs.of(
                "id", one.getString("id"),
                "kind", one.getString("kind"),
                "label", one.getJsonObject("label"),
                "priceCents", one.getInt("priceCents"),
                "vatBp", one.getInt("vatBp"));
        if (one.containsKey("of")) {
            told = Docs.with(told, "of", one.getJsonObject("of"));
        }
        return one.containsKey("times") ? Docs.with(told, "places", places(one, from, to)) : told;
    }

    private static JsonArray places(JsonObject one, LocalDate from, LocalDate to) {
        List<JsonObject> places = new ArrayList<>();
        LocalDate last = to.isAfter(from.plusDays(MOST_DAYS)) ? from.plusDays(MOST_DAYS) : to;
        for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
            for (JsonString time : one.getJsonArray("times").getValuesAs(JsonString.class)) {
                String[] hours = time.getString().split("-", -1);
                // The same figure whenever one asks, and not the same every day.
                int free = one.getInt("places") == 0 ? 0 : 1 + (day.getDayOfYear() + 2) % one.getInt("places");
                places.add(Docs.of("startsAt", at(day, hours[0]), "endsAt", at(day, hours[1]), "free", free));
            }
        }
        return Docs.array(places);
    }

    private static String at(LocalDate day, String time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(LocalTime.parse(time)).atZone(PARIS));
    }

    private static List<JsonObject> read() {
        try (InputStream in = Catalogues.class.getResourceAsStream("catalogues.json")) {
            String text = new String(
                    Objects.requireNonNull(in, "catalogues.json is packed beside this class")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return Docs.parse("{\"all\":" + text + "}").getJsonArray("all").getValuesAs(JsonObject.class).stream()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("catalogues.json cannot be read", e);
        }
    }
}
