package fr.halle.operation.web;

import fr.halle.operation.service.TrailFilter;
import fr.halle.operation.service.TrailKind;
import fr.halle.order.service.Span;
import fr.halle.order.web.Typed;
import fr.halle.portal.model.Portal;
import fr.halle.shared.model.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search of the trail as it stands in an address; the list and its export read the same words. */
final class TrailSearch {

    static final List<String> FIELDS = List.of("who", "about", "kind", "merchant", "portal", "from", "to");

    private static final int LONGEST = 100;

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final TrailFilter filter;

    private TrailSearch(Function<String, @Nullable String> parameter, List<Portal> portals) {
        for (String field : FIELDS) {
            String value = parameter.apply(field);
            String text = value == null ? "" : value.strip();
            typed.put(field, text);
            if (text.length() > LONGEST) {
                wrong.put(field, "long");
                typed.put(field, "");
            } else if (Texts.hides(text)) {
                wrong.put(field, "hidden");
                typed.put(field, "");
            }
        }
        filter = new TrailFilter(text("who"), text("about"), text("merchant"), kind(), portal(portals), days());
    }

    /** @param portals those that the operator runs */
    static TrailSearch of(Function<String, @Nullable String> parameter, List<Portal> portals) {
        return new TrailSearch(parameter, portals);
    }

    TrailFilter filter() {
        return filter;
    }

    /** By field, the reason: {@code pro.search.<reason>}. */
    Map<String, String> wrong() {
        return Map.copyOf(wrong);
    }

    Map<String, String> typed() {
        return Map.copyOf(typed);
    }

    boolean isEmpty() {
        return used().isEmpty();
    }

    /** The fields that hold something. */
    List<String> used() {
        return FIELDS.stream().filter(field -> !text(field).isEmpty()).toList();
    }

    /** As an address: {@code who=ana&kind=MONEY}, empty for everything. */
    String query() {
        return typed.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String text(String field) {
        return typed.getOrDefault(field, "");
    }

    private @Nullable TrailKind kind() {
        String asked = text("kind");
        if (asked.isEmpty()) {
            return null;
        }
        TrailKind kind = Arrays.stream(TrailKind.values())
                .filter(known -> known.name().equals(asked))
                .findFirst()
                .orElse(null);
        return kind == null ? refused("kind", "choice") : kind;
    }

    private @Nullable Long portal(List<Portal> portals) {
        String asked = text("portal");
        if (asked.isEmpty()) {
            return null;
        }
        Long id = portals.stream()
                .filter(portal -> portal.slug().equals(asked))
                .map(Portal::id)
                .findFirst()
                .orElse(null);
        return id == null ? refused("portal", "choice") : id;
    }

    private Span days() {
        LocalDate from = day("from");
        LocalDate to = day("to");
        if (from != null && to != null && to.isBefore(from)) {
            wrong.put("to", "upsideDown");
        }
        return new Span(from, to);
    }

    private @Nullable LocalDate day(String field) {
        if (text(field).isEmpty()) {
            return null;
        }
        LocalDate day = Typed.day(text(field));
        return day == null ? refused(field, "date") : day;
    }

    private <T> @Nullable T refused(String field, String reason) {
        wrong.put(field, reason);
        return null;
    }
}
