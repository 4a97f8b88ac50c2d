package fr.halle.order.web;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.PartFilter;
import fr.halle.order.service.PartFilter.Amounts;
import fr.halle.order.service.PartSort;
import fr.halle.order.service.Span;
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

/**
 * A search for parts as it stands in an address: what each field holds, what is wrong with it, and the filter it makes. The same
 * words make the list, what is exported of it, and what is kept with the diskette.
 */
final class PartSearch {

    /** Not what is looked for, but its order: kept and shared with the search. */
    static final String SORT = "sort";

    static final List<String> FIELDS = List.of(
            "q",
            "state",
            "mode",
            "kind",
            "from",
            "to",
            "serviceFrom",
            "serviceTo",
            "min",
            "max",
            "merchant",
            "portal",
            SORT);
    static final List<String> FILTERS =
            FIELDS.stream().filter(field -> !field.equals(SORT)).toList();
    static final List<String> MODES = List.of("NONE", "PICKUP", "DELIVERY");

    /** Under way, and its slot has passed. */
    private static final String LATE = "LATE";

    /** What the first page's figures count: several states at once. */
    static final Map<String, List<MerchantOrderState>> GROUPS = groups();

    private static final String LIST = "/pro/orders/list";
    private static final int LONGEST_SHOWN = 60;

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, Wrong> wrong = new LinkedHashMap<>();
    private final PartFilter filter;
    private final PartSort sort;

    /**
     * What is wrong with a field.
     *
     * @param reason {@code pro.search.<reason>}
     * @param typed what was in it
     */
    record Wrong(String reason, String typed) {}

    private PartSearch(Function<String, @Nullable String> parameter) {
        for (String field : FIELDS) {
            String value = parameter.apply(field);
            typed.put(field, value == null ? "" : value.strip());
        }
        if ("service".equals(parameter.apply("by"))) {
            move("from", "serviceFrom");
            move("to", "serviceTo");
        }
        filter = read();
        sort = order();
    }

    /** @param parameter the value of a parameter by its name, null where it is missing */
    static PartSearch of(Function<String, @Nullable String> parameter) {
        return new PartSearch(parameter);
    }

    /** Of the fields that can be understood; nobody is shown a list of it while something is {@link #wrong}. */
    PartFilter filter() {
        return filter;
    }

    PartSort sort() {
        return sort;
    }

    Map<String, Wrong> wrong() {
        return Map.copyOf(wrong);
    }

    /** By field, as a form shows it again. */
    Map<String, String> typed() {
        return Map.copyOf(typed);
    }

    boolean has(String... fields) {
        return Arrays.stream(fields)
                .anyMatch(field -> !typed.getOrDefault(field, "").isEmpty());
    }

    /** As an address: {@code state=OPEN&min=12,50}, empty for everything. */
    String query() {
        return query(typed.getOrDefault(SORT, ""));
    }

    private String query(String inOrder) {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.put(SORT, inOrder);
        return FIELDS.stream()
                .filter(field -> !fields.getOrDefault(field, "").isEmpty())
                .map(field -> field + "=" + URLEncoder.encode(fields.getOrDefault(field, ""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The list's beginning in another order. @param word of a {@link PartSort} */
    String sorted(String word) {
        String query = query(word.equals(PartSort.NEWEST.word()) ? "" : word);
        return query.isEmpty() ? LIST : LIST + "?" + query;
    }

    /** The calendar's links say once which of a part's days theirs are. */
    private void move(String from, String to) {
        String day = typed.getOrDefault(from, "");
        if (!day.isEmpty() && !has(to)) {
            typed.put(to, day);
            typed.put(from, "");
        }
    }

    /** The list's own address of it. @param said one more parameter, such as {@code keep=done}, or empty */
    String address(String said) {
        String query = query() + (query().isEmpty() || said.isEmpty() ? "" : "&") + said;
        return query.isEmpty() ? LIST : LIST + "?" + query;
    }

    private PartFilter read() {
        Span placed = days("from", "to");
        Span service = days("serviceFrom", "serviceTo");
        return new PartFilter(
                states(),
                text("q"),
                oneOf("mode", MODES),
                placed,
                service,
                kind(),
                amounts(amount("min"), amount("max")),
                new PartFilter.Desk(text("portal"), text("merchant"), LATE.equals(typed.get("state"))));
    }

    private String text(String field) {
        String text = typed.getOrDefault(field, "");
        if (text.length() > PartFilter.LONGEST_TEXT) {
            refuse(field, "long");
        } else if (Texts.hides(text)) {
            refuse(field, "hidden");
        }
        return text;
    }

    private List<MerchantOrderState> states() {
        String asked = typed.getOrDefault("state", "");
        List<MerchantOrderState> states = GROUPS.getOrDefault(
                asked,
                Arrays.stream(MerchantOrderState.values())
                        .filter(state -> state.name().equals(asked))
                        .toList());
        if (states.isEmpty() && !asked.isEmpty()) {
            refuse("state", "choice");
        }
        return states;
    }

    private PartSort order() {
        String word = typed.getOrDefault(SORT, "");
        PartSort asked = word.isEmpty() ? PartSort.NEWEST : PartSort.of(word).orElse(null);
        if (asked == null) {
            refuse(SORT, "choice");
            return PartSort.NEWEST;
        }
        return asked;
    }

    private @Nullable ProductKind kind() {
        String name = oneOf(
                "kind", Arrays.stream(ProductKind.values()).map(Enum::name).toList());
        return name == null ? null : ProductKind.valueOf(name);
    }

    private @Nullable String oneOf(String field, List<String> known) {
        String asked = typed.getOrDefault(field, "");
        if (asked.isEmpty() || known.contains(asked)) {
            return asked.isEmpty() ? null : asked;
        }
        refuse(field, "choice");
        return null;
    }

    private Span days(String first, String last) {
        LocalDate from = day(first);
        LocalDate to = day(last);
        if (from != null && to != null && to.isBefore(from)) {
            refuse(last, "upsideDown");
        }
        return new Span(from, to);
    }

    private @Nullable LocalDate day(String field) {
        String asked = typed.getOrDefault(field, "");
        if (asked.isEmpty()) {
            return null;
        }
        LocalDate day = Typed.day(asked);
        if (day == null) {
            refuse(field, "date");
        } else {
            typed.put(field, day.toString());
        }
        return day;
    }

    private Amounts amounts(@Nullable Long min, @Nullable Long max) {
        if (min != null && max != null && max < min) {
            refuse("max", "less");
        }
        return new Amounts(min, max);
    }

    private @Nullable Long amount(String field) {
        String asked = typed.getOrDefault(field, "");
        if (asked.isEmpty()) {
            return null;
        }
        Long cents = Typed.cents(asked);
        if (cents == null) {
            refuse(field, "amount");
        }
        return cents;
    }

    private void refuse(String field, String reason) {
        String shown = typed.getOrDefault(field, "");
        wrong.put(field, new Wrong(reason, shown.substring(0, Math.min(shown.length(), LONGEST_SHOWN))));
    }

    private static Map<String, List<MerchantOrderState>> groups() {
        Map<String, List<MerchantOrderState>> groups = new LinkedHashMap<>();
        groups.put(
                "OPEN",
                Arrays.stream(MerchantOrderState.values())
                        .filter(state -> !state.isTerminal() && state != MerchantOrderState.ERROR)
                        .toList());
        groups.put(
                LATE,
                Arrays.stream(MerchantOrderState.values())
                        .filter(state -> !state.isTerminal() && state != MerchantOrderState.ERROR)
                        .toList());
        groups.put("TO_CONFIRM", List.of(MerchantOrderState.RECORDED, MerchantOrderState.CONFIRMING));
        groups.put("READY_ALL", List.of(MerchantOrderState.READY, MerchantOrderState.HANDING_OVER));
        return groups;
    }
}
