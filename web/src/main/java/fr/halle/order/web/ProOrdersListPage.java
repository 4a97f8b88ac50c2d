package fr.halle.order.web;

import fr.halle.catalog.model.ProductKind;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.DayAxis;
import fr.halle.order.service.FilterRefused;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartFilter;
import fr.halle.order.service.PartPage;
import fr.halle.order.service.PartSort;
import fr.halle.order.service.SavedFilter;
import fr.halle.order.service.SavedFilters;
import fr.halle.order.service.Span;
import fr.halle.portal.service.Portals;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.SortHead;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Suivi par commande (M08–M12, M25): the search is a link that can be kept and shared. What is not understood in it is said beside
 * its field, and nothing is searched for until it is put right.
 */
@Named
@RequestScoped
public class ProOrdersListPage {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private MerchantOrders orders;

    @Inject
    private SavedFilters savedFilters;

    @Inject
    private CurrentActor actor;

    @Inject
    private Portals portals;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    private @Nullable PartPage page;
    private @Nullable PartSearch search;
    private @Nullable List<SavedFilter> saved;

    /** One choice of a field. */
    public record Option(String value, String label, boolean selected) {}

    /** What a field holds. */
    public record Field(String name, String value) {}

    /** Run before the page is written. */
    public void load() {
        if (isWrong()) {
            faces.getExternalContext().setResponseStatus(UNPROCESSABLE);
        }
    }

    public PartPage getPage() {
        PartPage read = page;
        if (read == null) {
            read = isWrong()
                    ? new PartPage(List.of(), null)
                    : orders.list(actor.get(), search().filter(), search().sort(), after(), MerchantOrders.PAGE);
            page = read;
        }
        return read;
    }

    public PartFilter getFilter() {
        return search().filter();
    }

    /** Whether something was typed, understood or not. */
    public boolean isFiltered() {
        return search().has(PartSearch.FILTERS.toArray(String[]::new));
    }

    /** Whether there is something that the diskette can keep, an order at least. */
    public boolean isKeepable() {
        return !isWrong() && !getQuery().isEmpty();
    }

    /** The heads that sort, by the column's word; none where nothing was searched for. */
    public Map<String, SortHead> getHeads() {
        PartSearch asked = search();
        return orders.sorts(actor.get()).stream()
                .filter(sort -> !sort.word().startsWith("-"))
                .collect(Collectors.toMap(
                        PartSort::word,
                        sort -> SortHead.of(
                                sort.word(), asked.sort().word(), sort != PartSort.SERVICE, asked::sorted)));
    }

    /** The same orders to choose from, where the heads are not shown; the list's own is chosen by none of them. */
    public List<Option> getOrders() {
        return orders.sorts(actor.get()).stream()
                .filter(sort -> sort != PartSort.NEWEST)
                .map(sort -> option(PartSearch.SORT, sort.word(), words.text("pro.orders.sort." + sort)))
                .toList();
    }

    /** Whether the next page holds older ones. */
    public boolean isByAge() {
        return search().sort() == PartSort.NEWEST;
    }

    /** Whether one of the fields is used that are folded away at first. */
    public boolean isMore() {
        return search().has("merchant", "portal", "mode", "kind", "serviceFrom", "serviceTo", "min", "max");
    }

    public boolean isWrong() {
        return !search().wrong().isEmpty() || !getPageError().isEmpty();
    }

    public Map<String, String> getTyped() {
        return search().typed();
    }

    /** The sentences to stand beside the fields. */
    public Map<String, String> getErrors() {
        Map<String, String> errors = new LinkedHashMap<>();
        search().wrong()
                .forEach(
                        (field, wrong) -> errors.put(field, words.text("pro.search." + wrong.reason(), wrong.typed())));
        return errors;
    }

    /** The list has no numbered pages; whoever types one into the address is told so. */
    public String getPageError() {
        String number = text("page");
        boolean numbered = !number.isEmpty() && !number.equals("1");
        boolean forged = !text("after").isEmpty() && (after() == null || after() <= 0);
        return numbered || forged ? words.text("pro.search.page") : isSortable() ? "" : words.text("pro.search.sort");
    }

    /** Whether the list can be in the order that the address names, and for this reader. */
    private boolean isSortable() {
        return !search().wrong().containsKey(PartSearch.SORT)
                && orders.sorts(actor.get()).contains(search().sort());
    }

    /** Whether the days that are searched for are those of the service. */
    public boolean isByService() {
        return !getFilter().service().equals(Span.ANY);
    }

    /** « lundi 18 janvier », or from when to when; empty where the search names no whole span. */
    public String getDays() {
        LocalDate from = days().from();
        LocalDate to = days().to();
        return from == null || to == null || isWrong() ? "" : formats.dates(from, to);
    }

    /** The month that the span begins in. */
    public String getCalendarHref() {
        LocalDate from = days().from();
        return from == null
                ? ""
                : ProOrdersCalendarPage.hrefOf(YearMonth.from(from), isByService() ? DayAxis.SERVED : DayAxis.ORDERED);
    }

    private Span days() {
        return isByService() ? getFilter().service() : getFilter().placed();
    }

    public List<Option> getStates() {
        return Stream.concat(
                        PartSearch.GROUPS.keySet().stream()
                                .map(group -> option("state", group, words.text("pro.orders.group." + group))),
                        Arrays.stream(MerchantOrderState.values())
                                .map(state -> option("state", state.name(), words.text(state.key()))))
                .toList();
    }

    public List<Option> getModes() {
        return PartSearch.MODES.stream()
                .map(mode -> option("mode", mode, words.text("pro.mode." + mode)))
                .toList();
    }

    public List<Option> getKinds() {
        return Arrays.stream(ProductKind.values())
                .map(kind -> option("kind", kind.name(), words.text("pro.kind." + kind)))
                .toList();
    }

    /** The portals that an operator chooses from; none for whoever has only one. */
    public List<Option> getPortals() {
        return actor.isOperator() && actor.account().portalId() == null
                ? portals.all().stream()
                        .map(portal -> option("portal", portal.slug(), portal.name()))
                        .toList()
                : List.of();
    }

    public List<SavedFilter> getSaved() {
        List<SavedFilter> read = saved;
        if (read == null) {
            read = savedFilters.of(actor.get());
            saved = read;
        }
        return read;
    }

    public boolean isCurrent(SavedFilter kept) {
        return kept.query().equals(getQuery());
    }

    public boolean isJustKept() {
        return text("keep").equals("done");
    }

    /** Why the search could not be kept, told after the redirect that follows. */
    public @Nullable String getKeepError() {
        String reason = text("keep");
        return Arrays.stream(FilterRefused.Reason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .map(known -> words.refusal(new FilterRefused(known)))
                .orElse(null);
    }

    public String getKeepName() {
        String name = text("name");
        return name.substring(0, Math.min(name.length(), SavedFilters.LONGEST_NAME));
    }

    /** The export was refused, because there is too much of it. */
    public boolean isTooMuch() {
        return text("export").equals("most");
    }

    public long getMost() {
        return ProOrdersExport.MOST;
    }

    /** The search that is open, as a form sends it along. */
    public List<Field> getFields() {
        return search().typed().entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> new Field(field.getKey(), field.getValue()))
                .toList();
    }

    /** What at least one of the parts on the page can do, but for what needs a word of its own: cancelling and replaying. */
    public List<MerchantOrderTransition> getMoves() {
        return MerchantOrderTransition.LIFECYCLE.transitions().stream()
                .filter(move -> actor.get().may(move.permission()))
                .filter(move -> !move.isCancellation() && !move.from().contains(MerchantOrderState.ERROR))
                .filter(move -> actor.get().may(move.permission()))
                .filter(move -> getPage().rows().stream()
                        .anyMatch(
                                part -> move.isOpenTo(part.state(), actor.get().kind())))
                .toList();
    }

    public boolean isFirst() {
        return after() == null;
    }

    public String getNextHref() {
        return getFirstHref() + (getQuery().isEmpty() ? "?" : "&") + "after="
                + getPage().next();
    }

    /** The list as it begins; in its own order where the one that was asked for is none. */
    public String getFirstHref() {
        return isSortable() ? search().address("") : search().sorted("");
    }

    public String getQuery() {
        return search().query();
    }

    private Option option(String field, String value, String label) {
        return new Option(value, label, value.equals(getTyped().get(field)));
    }

    private @Nullable Long after() {
        try {
            return text("after").isEmpty() ? null : Long.valueOf(text("after"));
        } catch (NumberFormatException forged) {
            return null;
        }
    }

    private PartSearch search() {
        PartSearch read = search;
        if (read == null) {
            read = PartSearch.of(request::getParameter);
            search = read;
        }
        return read;
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
