package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.model.DeskInbox;
import fr.halle.sales.model.RequestStage;
import fr.halle.sales.service.DefaultSearches;
import fr.halle.sales.service.DeskChoices;
import fr.halle.sales.service.DeskPeople;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.Desks;
import fr.halle.sales.service.RequestFilter.Shown;
import fr.halle.sales.service.RequestPage;
import fr.halle.sales.service.Requests;
import fr.halle.sales.service.SalesDesk;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.SortHead;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gestion commerciale › Demandes (S01, S02, S24–S26). Opened from the menu it shows what the secretary kept with the diskette; a search
 * is a link that can be kept and shared.
 */
@Named
@RequestScoped
public class ProSalesRequestsPage {

    private static final String HERE = "/pro/sales/requests";

    @Inject
    private Requests requests;

    @Inject
    private Desks desks;

    @Inject
    private DeskChoices choices;

    @Inject
    private DeskPeople people;

    @Inject
    private DefaultSearches defaults;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private RequestSearch search = RequestSearch.ofQuery("");
    private List<SalesDesk> own = List.of();
    private @Nullable SalesDesk desk;
    private @Nullable String kept;
    private @Nullable RequestPage page;
    private Requests.@Nullable Counts counts;
    private List<DeskChoices.Category> categories = List.of();
    private List<Pill> pills = List.of();

    /** One choice of a field. */
    public record Option(String value, String label, boolean selected) {}

    /** One thing that is searched for, and the address without it. */
    public record Pill(String label, String href) {}

    /** What a field of a form that is sent along holds. */
    public record Field(String name, String value) {}

    /** Run before the page is written. */
    public void open() {
        own = desks.of(actor.get());
        kept = defaults.of(actor.get(), DefaultSearches.REQUESTS).orElse(null);
        search = RequestSearch.of(request::getParameterValues);
        boolean plain = !search.isFiltered() && !search.isOldestFirst() && request.getParameter("all") == null;
        if (plain && kept != null && request.getParameter("after") == null) {
            search = RequestSearch.ofQuery(kept);
        }
        try {
            SalesDesk of = Desks.chosen(own, search.desk());
            desk = of;
            categories = choices.categories(of);
            page = requests.list(
                    actor.get(),
                    of.id(),
                    search.filter(),
                    search.isOldestFirst(),
                    request.getParameter("after"),
                    Requests.PAGE);
            counts = requests.counts(actor.get(), of.id());
            pills = pills();
        } catch (DeskUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    /** New requests do not come here then (P22): an empty list is no calm day. */
    public boolean isByMail() {
        return desk != null && desk.inbox() == DeskInbox.MAIL_ONLY;
    }

    public RequestPage getPage() {
        return Objects.requireNonNull(page);
    }

    /** « 46 en cours, 5 nouvelles ». */
    public String getSide() {
        Requests.Counts counted = Objects.requireNonNull(counts);
        return words.text("pro.requests.open", atMost(counted.open())) + ", "
                + words.count("pro.requests.unread", Math.min(counted.unread(), Requests.MOST_COUNTED));
    }

    private String atMost(long count) {
        return count > Requests.MOST_COUNTED
                ? words.text("pro.requests.moreThan", Requests.MOST_COUNTED)
                : Long.toString(count);
    }

    public String getQuery() {
        return search.query();
    }

    /** What comes after a request's id in its address, so that J and K go along this list. */
    public String getAlong() {
        return search.query().isEmpty() ? "" : "&" + search.query();
    }

    public Map<String, String> getTyped() {
        return RequestSearch.FIELDS.stream().collect(Collectors.toMap(field -> field, search::text));
    }

    /** A field of a search cannot be wrong here: what is not understood is left out. */
    public Map<String, String> getErrors() {
        return Map.of();
    }

    public boolean isFiltered() {
        return search.isFiltered();
    }

    /** Whether this is what the diskette kept. */
    public boolean isDefault() {
        return search.query().equals(kept);
    }

    public boolean isKept() {
        return kept != null;
    }

    public boolean isJustKept() {
        return "done".equals(request.getParameter("keep"));
    }

    public boolean isTooMuch() {
        return "most".equals(request.getParameter("export"));
    }

    public long getMost() {
        return ProSalesExport.MOST;
    }

    public List<Option> getStates() {
        return Stream.concat(
                        Stream.of(Shown.UNREAD, Shown.ALL, Shown.SPAM)
                                .map(shown -> option("state", shown.name(), words.text("pro.requests.shown." + shown))),
                        Arrays.stream(RequestStage.values())
                                .map(stage -> option("state", stage.name(), words.text("pro.requests.stage." + stage))))
                .toList();
    }

    public List<Option> getObjects() {
        return choices.objects(shown()).stream()
                .map(one -> option("object", Long.toString(one.id()), one.label()))
                .toList();
    }

    public List<Option> getPeople() {
        return Stream.concat(
                        Stream.of(option("assigned", RequestSearch.NOBODY, words.text("pro.requests.nobody"))),
                        people.of(shown()).stream().map(one -> option("assigned", Long.toString(one.id()), one.name())))
                .toList();
    }

    public List<Option> getCategories() {
        return categories.stream()
                .map(one ->
                        option("category", Long.toString(one.id()), one.label().in(language.getCode())))
                .toList();
    }

    public int getChosenCategories() {
        return search.values("category").size();
    }

    public long getDeskId() {
        return shown().id();
    }

    /** The desks that the operator of several portals chooses from; none for whoever has one. */
    public List<Option> getDesks() {
        return own.size() < 2
                ? List.of()
                : own.stream()
                        .map(one -> new Option(Long.toString(one.id()), one.name(), one.id() == shown().id()))
                        .toList();
    }

    public List<Pill> getPills() {
        return pills;
    }

    public List<Field> getFields() {
        return RequestSearch.FIELDS.stream()
                .flatMap(field -> search.values(field).stream().map(value -> new Field(field, value)))
                .toList();
    }

    public boolean isFirst() {
        return request.getParameter("after") == null;
    }

    /** By when somebody last wrote, either way. */
    public SortHead getDateHead() {
        return SortHead.of(
                RequestSearch.OLDEST_FIRST,
                isByAge() ? RequestSearch.NEWEST_FIRST : RequestSearch.OLDEST_FIRST,
                true,
                word -> address(search.sorted(word)));
    }

    /** Whether the next page holds older ones. */
    public boolean isByAge() {
        return !search.isOldestFirst();
    }

    public String getFirstHref() {
        return address(search.query());
    }

    public String getNextHref() {
        return getFirstHref() + "&after=" + getPage().next();
    }

    private List<Pill> pills() {
        return RequestSearch.FIELDS.stream()
                .filter(field ->
                        RequestSearch.isFilter(field) && !search.text(field).isEmpty())
                .map(field -> new Pill(said(field), address(search.without(field))))
                .toList();
    }

    private String said(String field) {
        List<String> values = search.values(field);
        return switch (field) {
            case "category" ->
                values.size() == 1
                        ? label(getCategories(), values.get(0))
                        : words.text("pro.requests.categories", values.size());
            case "state" -> label(getStates(), values.get(0));
            case "assigned" -> label(getPeople(), values.get(0));
            case "object" -> label(getObjects(), values.get(0));
            default -> "«\u00a0" + values.get(0) + "\u00a0»";
        };
    }

    private static String label(List<Option> options, String value) {
        return options.stream()
                .filter(one -> one.value().equals(value))
                .findFirst()
                .map(Option::label)
                .orElse("–");
    }

    private static String address(String query) {
        return HERE + "?all=1" + (query.isEmpty() ? "" : "&" + query);
    }

    private SalesDesk shown() {
        return Objects.requireNonNull(desk);
    }

    private Option option(String field, String value, String label) {
        return new Option(value, label, search.values(field).contains(value));
    }
}
