package fr.halle.sales.web;

import fr.halle.sales.model.RequestStage;
import fr.halle.sales.service.RequestFilter;
import fr.halle.sales.service.RequestFilter.Shown;
import fr.halle.shared.model.Texts;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A search for requests as it stands in an address (S25): the same words make the list, its export, the way from one request to the
 * next, and what is kept with the diskette. What cannot be understood is left out.
 */
final class RequestSearch {

    /** Not what is looked for, but its order: kept and shared with the search. */
    static final String SORT = "sort";

    static final List<String> FIELDS =
            List.of("desk", "client", "object", "state", "category", "assigned", "said", SORT);

    static final String OLDEST_FIRST = "date";
    static final String NEWEST_FIRST = "-date";

    static final String NOBODY = "nobody";
    private static final String ID = "\\d{1,18}";
    private static final int MOST_CATEGORIES = 50;

    private final Map<String, List<String>> typed = new LinkedHashMap<>();

    private RequestSearch(Function<String, String @Nullable []> parameters) {
        for (String field : FIELDS) {
            String[] values = parameters.apply(field);
            List<String> kept = values == null
                    ? List.of()
                    : Arrays.stream(values)
                            .map(String::strip)
                            .filter(value -> !value.isEmpty() && value.length() <= RequestFilter.LONGEST_TEXT)
                            .filter(value -> !Texts.hides(value))
                            .filter(value -> isKnown(field, value))
                            .distinct()
                            .limit(MOST_CATEGORIES)
                            .toList();
            if (!kept.isEmpty()) {
                typed.put(field, field.equals("category") ? kept : kept.subList(0, 1));
            }
        }
    }

    static RequestSearch of(Function<String, String @Nullable []> parameters) {
        return new RequestSearch(parameters);
    }

    /** As {@link #query()} wrote it. */
    static RequestSearch ofQuery(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                values.computeIfAbsent(sides[0], name -> new ArrayList<>())
                        .add(URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return new RequestSearch(
                name -> values.containsKey(name) ? values.get(name).toArray(String[]::new) : null);
    }

    private static boolean isKnown(String field, String value) {
        return switch (field) {
            case "desk", "object", "category" -> value.matches(ID);
            case "assigned" -> value.equals(NOBODY) || value.matches(ID);
            case SORT -> value.equals(OLDEST_FIRST);
            case "state" -> isShown(value) || stage(value) != null;
            default -> true;
        };
    }

    private static boolean isShown(String value) {
        return Arrays.stream(Shown.values()).anyMatch(one -> one.name().equals(value));
    }

    private static @Nullable RequestStage stage(String value) {
        return Arrays.stream(RequestStage.values())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElse(null);
    }

    RequestFilter filter() {
        String state = text("state");
        String assigned = text("assigned");
        return new RequestFilter(
                text("client"),
                number("object"),
                isShown(state) ? Shown.valueOf(state) : Shown.OPEN,
                stage(state),
                values("category").stream().map(Long::valueOf).toList(),
                assigned.equals(NOBODY) ? Long.valueOf(RequestFilter.NOBODY) : number("assigned"),
                text("said"));
    }

    @Nullable
    Long desk() {
        return number("desk");
    }

    String text(String field) {
        List<String> values = values(field);
        return values.isEmpty() ? "" : values.get(0);
    }

    List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    private @Nullable Long number(String field) {
        String text = text(field);
        return text.matches(ID) ? Long.valueOf(text) : null;
    }

    /** Whether anything is searched for; which desk it is of is no search. */
    boolean isFiltered() {
        return typed.keySet().stream().anyMatch(RequestSearch::isFilter);
    }

    static boolean isFilter(String field) {
        return !field.equals("desk") && !field.equals(SORT);
    }

    boolean isOldestFirst() {
        return !values(SORT).isEmpty();
    }

    /** The same in another order. @param word {@link #OLDEST_FIRST}, or else as the list is by itself */
    String sorted(String word) {
        String query = without(SORT);
        String order = word.equals(OLDEST_FIRST) ? SORT + "=" + word : "";
        return query + (query.isEmpty() || order.isEmpty() ? "" : "&") + order;
    }

    /** As an address: {@code state=NEW&category=12&category=13}, empty for what the list shows by itself. */
    String query() {
        return query(FIELDS);
    }

    /** The same without one of its fields. */
    String without(String field) {
        return query(FIELDS.stream().filter(one -> !one.equals(field)).toList());
    }

    private String query(List<String> fields) {
        return fields.stream()
                .flatMap(field -> values(field).stream()
                        .map(value -> field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
