package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.model.RequestStage;
import fr.halle.sales.service.DeskChoices;
import fr.halle.sales.service.DeskPeople;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.Desks;
import fr.halle.sales.service.DossierFilter;
import fr.halle.sales.service.DossierRow;
import fr.halle.sales.service.DossierSort;
import fr.halle.sales.service.Dossiers;
import fr.halle.sales.service.SalesDesk;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.SortHead;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dossiers (S09–S17): the board of seven columns, or the table, of the same search. Nothing is dragged: columns follow from facts. */
@Named
@RequestScoped
public class ProSalesDossiersPage {

    private static final String LIST = "list";
    private static final int LONGEST = 80;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Desks desks;

    @Inject
    private DeskChoices choices;

    @Inject
    private DeskPeople people;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HalleClock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private @Nullable SalesDesk desk;
    private List<SalesDesk> own = List.of();
    private List<Dossiers.Column> columns = List.of();
    private Dossiers.@Nullable Page page;

    /** Something to choose in a search. */
    public record Option(String value, String label, boolean selected) {}

    /** Run before the page is written. */
    public void load() {
        try {
            own = desks.of(actor.get());
            SalesDesk of = Desks.chosen(own, SalesAddress.number(request, "desk"));
            desk = of;
            if (isList()) {
                page = dossiers.table(actor.get(), of.id(), filter(), sort(), request.getParameter("after"));
            } else {
                columns = dossiers.board(actor.get(), of.id(), filter());
            }
        } catch (DeskUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private DossierFilter filter() {
        return new DossierFilter(
                getQ(),
                stage(),
                SalesAddress.number(request, "category"),
                SalesAddress.number(request, "assigned"),
                "1".equals(request.getParameter("unread")),
                "1".equals(request.getParameter("due")) ? clock.today() : null);
    }

    private @Nullable RequestStage stage() {
        return Arrays.stream(RequestStage.values())
                .filter(one -> one.name().equals(request.getParameter("stage")))
                .findFirst()
                .orElse(null);
    }

    private DossierSort sort() {
        return DossierSort.of(SalesAddress.text(request, "sort"));
    }

    public String getSort() {
        return sort().word();
    }

    /** The heads that sort, by the column's word. */
    public Map<String, SortHead> getHeads() {
        return Map.of(
                DossierSort.STAY.word(),
                SortHead.of(DossierSort.STAY.word(), getSort(), false, this::sorted),
                DossierSort.TOTAL.word(),
                SortHead.of(DossierSort.TOTAL.word(), getSort(), true, this::sorted));
    }

    public boolean isList() {
        return LIST.equals(request.getParameter("view"));
    }

    public List<Dossiers.Column> getColumns() {
        return columns;
    }

    /** How many there are of those that are searched for, shown or not. */
    public String getMany() {
        long many = isList()
                ? getPage().many()
                : columns.stream().mapToLong(Dossiers.Column::many).sum();
        return words.count("pro.dossier.count", many);
    }

    public Dossiers.Page getPage() {
        return Objects.requireNonNull(page);
    }

    public String getQ() {
        String q = SalesAddress.text(request, "q").strip();
        return q.substring(0, Math.min(q.length(), LONGEST));
    }

    public boolean isUnread() {
        return "1".equals(request.getParameter("unread"));
    }

    public boolean isDue() {
        return "1".equals(request.getParameter("due"));
    }

    public boolean isFiltered() {
        return !filter().isAny();
    }

    public List<Option> getStages() {
        return Arrays.stream(RequestStage.values())
                .map(one -> new Option(one.name(), words.text("pro.dossier.stage." + one), one == stage()))
                .toList();
    }

    public long getDeskId() {
        return Objects.requireNonNull(desk).id();
    }

    /** The desks that the operator of several portals chooses from; none for whoever has one. */
    public List<Option> getDesks() {
        return own.size() < 2
                ? List.of()
                : own.stream()
                        .map(one -> new Option(Long.toString(one.id()), one.name(), one.id() == getDeskId()))
                        .toList();
    }

    public List<Option> getCategories() {
        Long chosen = SalesAddress.number(request, "category");
        return choices.categories(Objects.requireNonNull(desk)).stream()
                .map(one -> new Option(
                        Long.toString(one.id()),
                        one.label().in(language.getCode()),
                        Long.valueOf(one.id()).equals(chosen)))
                .toList();
    }

    public List<Option> getPeople() {
        Long chosen = SalesAddress.number(request, "assigned");
        return people.of(Objects.requireNonNull(desk)).stream()
                .map(one -> new Option(
                        Long.toString(one.id()),
                        one.name(),
                        Long.valueOf(one.id()).equals(chosen)))
                .toList();
    }

    public String category(DossierRow row) {
        return language.getCode().equals("fr") ? row.categoryFr() : row.categoryEn();
    }

    /** Whether its next act's day has passed. */
    public boolean isOverdue(DossierRow row) {
        LocalDate due = row.dueOn();
        return due != null && due.isBefore(clock.today());
    }

    public boolean isSettled(DossierRow row) {
        return row.stage() == RequestStage.SETTLED || row.stage() == RequestStage.PROCESSED;
    }

    /** What is searched, in another view or column, or from another row on. */
    public String href(String view, String stage, @Nullable String after) {
        return href(view, stage, getSort(), after);
    }

    private String sorted(String word) {
        return href(LIST, getStage(), word, null);
    }

    private String href(String view, String stage, String sort, @Nullable String after) {
        StringBuilder href = new StringBuilder("/pro/sales/dossiers?view=").append(view);
        for (String name : List.of("q", "category", "assigned", "unread", "due", "desk")) {
            add(href, name, SalesAddress.text(request, name));
        }
        add(href, "stage", stage);
        add(href, "sort", sort);
        add(href, "after", after == null ? "" : after);
        return href.toString();
    }

    public String getStage() {
        RequestStage stage = stage();
        return stage == null ? "" : stage.name();
    }

    public String getRefusal() {
        return SalesAddress.refusal(request, words);
    }

    private static void add(StringBuilder href, String name, String value) {
        if (!value.isEmpty()) {
            href.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
