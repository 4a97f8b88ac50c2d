package fr.halle.operation.web;

import fr.halle.operation.service.Trouble;
import fr.halle.operation.service.TroubleCause;
import fr.halle.operation.service.TroubleDesk;
import fr.halle.operation.service.TroubleList;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in Erreur (M41, O16): why, since when, for how much; done again, or brought to its end another way. */
@Named
@RequestScoped
public class ProOperationErrorsPage {

    private static final String PAGE = "/pro/operation/errors";
    private static final int ROWS = 50;

    @Inject
    private TroubleList list;

    @Inject
    private TroubleDesk desk;

    @Inject
    private OperatorScope scope;

    @Inject
    private HalleClock clock;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    @Inject
    private Said said;

    private List<Trouble> rows = List.of();
    private Map<TroubleCause, Long> counts = Map.of();
    private boolean more;

    /** A cause that there is, with how many. */
    public record Choice(TroubleCause cause, long count, boolean chosen) {}

    @PostConstruct
    void read() {
        counts = list.counts(scope.portal());
        List<Trouble> found = list.open(scope.portal(), getCause(), getAfter(), ROWS + 1);
        more = found.size() > ROWS;
        rows = more ? found.subList(0, ROWS) : found;
    }

    public List<Trouble> getRows() {
        return rows;
    }

    public long getCount() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<Choice> getCauses() {
        return counts.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue(), one.getKey() == getCause()))
                .toList();
    }

    public @Nullable TroubleCause getCause() {
        String asked = text("cause");
        return Arrays.stream(TroubleCause.values())
                .filter(cause -> cause.name().equals(asked))
                .findFirst()
                .orElse(null);
    }

    /** « 38 min », « 3 h », « 2 jours ». */
    public String age(Trouble trouble) {
        Duration age = Duration.between(trouble.since(), clock.instant());
        long days = age.toDays();
        return days > 0 ? words.count("pro.errors.days", days) : words.duration((int) Math.max(1, age.toMinutes()));
    }

    /** Empty on the last page. */
    public String getNextHref() {
        return more ? page(rows.get(ROWS - 1).id()) : "";
    }

    /** The rows that are shown, again. */
    private String here() {
        return page(getAfter());
    }

    private String page(@Nullable Long after) {
        return PAGE + "?cause=" + (getCause() == null ? "" : getCause()) + (after == null ? "" : "&after=" + after);
    }

    public boolean isFirst() {
        return getAfter() == null;
    }

    /** A button names its row, which may have been solved since the page was shown. */
    public @Nullable String press() {
        for (Trouble row : rows) {
            if (said.isPressed("replay", row.id())) {
                return replay(row);
            }
            if (said.isPressed("settle", row.id())) {
                String reference = text("reference-" + row.id());
                String reason = text("reason-" + row.id());
                String seen = text("cents-" + row.id());
                long cents = seen.matches("\\d{1,15}") ? Long.parseLong(seen) : -1;
                return said.after(
                        () -> desk.settle(scope.who(), scope.portal(), row.id(), cents, reference, reason),
                        here(),
                        "settled");
            }
            if (said.isPressed("correct", row.id())) {
                String address = text("address-" + row.id());
                return said.after(
                        () -> desk.correctAddress(scope.who(), scope.portal(), row.id(), address), here(), "corrected");
            }
        }
        return said.isAnyPressed("replay", "settle", "correct")
                ? said.after(() -> {}, here(), "solvedMeanwhile")
                : null;
    }

    private @Nullable String replay(Trouble row) {
        boolean[] solved = new boolean[1];
        String page =
                said.after(() -> solved[0] = desk.replay(scope.who(), scope.portal(), row.id()), here(), "replayed");
        if (page != null && !said.isBad() && !solved[0]) {
            said.again("stillThere");
        }
        return page;
    }

    /** Behind which row this page begins; null on the first. */
    public @Nullable Long getAfter() {
        return text("after").matches("[1-9]\\d{0,17}") ? Long.valueOf(text("after")) : null;
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
