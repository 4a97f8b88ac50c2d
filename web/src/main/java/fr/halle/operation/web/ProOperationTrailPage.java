package fr.halle.operation.web;

import fr.halle.operation.service.AuditTrail;
import fr.halle.operation.service.TrailKind;
import fr.halle.operation.service.TrailRow;
import fr.halle.portal.model.Portal;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who did what, on which order, merchant or setting, when and from where; a search is an address that can be kept. */
@Named
@RequestScoped
public class ProOperationTrailPage {

    static final String PAGE = "/pro/operation/trail";

    private static final int ROWS = 50;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private AuditTrail trail;

    @Inject
    private OperatorScope scope;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable TrailSearch search;
    private AuditTrail.Page page = new AuditTrail.Page(List.of(), null);

    /** One choice of a field. */
    public record Option(String value, String label, boolean selected) {}

    /** Run before the page is written. */
    public void load() {
        scope.who();
        if (isWrong()) {
            faces.getExternalContext().setResponseStatus(UNPROCESSABLE);
        } else {
            page = trail.page(scope.portal(), search().filter(), after(), ROWS);
        }
    }

    public List<TrailRow> getRows() {
        return page.rows();
    }

    /** « Réglage changé »; an action without a word is shown as it was written. */
    public String action(TrailRow row) {
        String key = "pro.trail.action." + row.action();
        return words.has(key) ? words.text(key) : row.action();
    }

    /** What it was done to, in words where it has some. */
    public String subject(TrailRow row) {
        String kind = row.subject().split(" ", 2)[0];
        String key = "pro.trail.subject." + kind;
        return words.has(key)
                ? words.text(
                        key,
                        Objects.requireNonNullElse(
                                row.subjectName(),
                                row.subject().substring(kind.length()).strip()))
                : row.subject();
    }

    /** The page of the part, empty where it is about something else. */
    public String href(TrailRow row) {
        return row.subject().matches("EP-\\d+-\\d+") ? "/pro/orders/view?number=" + row.subject() : "";
    }

    public Map<String, String> getTyped() {
        return search().typed();
    }

    public Map<String, String> getErrors() {
        Map<String, String> errors = new LinkedHashMap<>();
        search().wrong()
                .forEach((field, reason) -> errors.put(
                        field, words.text("pro.search." + reason, getTyped().getOrDefault(field, ""))));
        return errors;
    }

    public boolean isWrong() {
        return !search().wrong().isEmpty() || !getPageError().isEmpty();
    }

    /** There are no numbered pages; whoever types one into the address is told so. */
    public String getPageError() {
        boolean numbered = !text("page").isEmpty() && !text("page").equals("1");
        boolean forged = !text("after").isEmpty() && after() == null;
        return numbered || forged ? words.text("pro.search.page") : "";
    }

    public boolean isFiltered() {
        return !search().isEmpty();
    }

    public boolean isFirst() {
        return after() == null;
    }

    public boolean isTooMuch() {
        return text("export").equals("most");
    }

    public long getMost() {
        return ProOperationTrailExport.MOST;
    }

    public List<Option> getKinds() {
        return Arrays.stream(TrailKind.values())
                .map(kind -> option("kind", kind.name(), words.text("pro.trail.kind." + kind)))
                .toList();
    }

    public List<Option> getPortals() {
        return scope.portals().stream()
                .map(portal -> option("portal", portal.slug(), portal.name()))
                .toList();
    }

    public boolean isSeveralPortals() {
        return scope.portals().size() > 1;
    }

    public String getQuery() {
        return search().query();
    }

    public String getFirstHref() {
        return getQuery().isEmpty() ? PAGE : PAGE + "?" + getQuery();
    }

    /** Empty on the last page. */
    public String getNextHref() {
        return page.next() == null ? "" : getFirstHref() + (getQuery().isEmpty() ? "?" : "&") + "after=" + page.next();
    }

    private Option option(String field, String value, String label) {
        return new Option(value, label, value.equals(getTyped().get(field)));
    }

    private @Nullable Long after() {
        return text("after").matches("[1-9]\\d{0,17}") ? Long.valueOf(text("after")) : null;
    }

    private TrailSearch search() {
        TrailSearch read = search;
        if (read == null) {
            List<Portal> portals = scope.portals();
            read = TrailSearch.of(request::getParameter, portals);
            search = read;
        }
        return read;
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
