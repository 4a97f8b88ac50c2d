package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.service.DayAxis;
import fr.halle.order.service.MerchantOrders;
import fr.halle.order.service.PartFilter;
import fr.halle.order.service.PartPage;
import fr.halle.shared.web.FormatsBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suivi par commande (M08–M12, M25): the search is a link that can be kept and shared. What is not understood in it is left out,
 * never an error.
 */
@Named
@RequestScoped
public class ProOrdersListPage {

    private static final List<String> MODES = List.of("NONE", "PICKUP", "DELIVERY");

    @Inject
    private MerchantOrders orders;

    @Inject
    private CurrentActor actor;

    @Inject
    private FormatsBean formats;

    @Inject
    private HttpServletRequest request;

    private @Nullable PartPage page;
    private @Nullable PartFilter filter;

    public PartPage getPage() {
        PartPage read = page;
        if (read == null) {
            read = orders.list(actor.get(), getFilter(), after(), MerchantOrders.PAGE);
            page = read;
        }
        return read;
    }

    public PartFilter getFilter() {
        PartFilter read = filter;
        if (read == null) {
            String mode = text("mode");
            read = new PartFilter(
                    states(),
                    text("q"),
                    MODES.contains(mode) ? mode : null,
                    AskedDay.day(text("from")),
                    AskedDay.day(text("to")),
                    DayAxes.of(text("by")));
            filter = read;
        }
        return read;
    }

    /** What the state's field shows: one state, or everything that is still open. */
    public String getState() {
        return text("state");
    }

    public List<MerchantOrderState> getStates() {
        return List.of(MerchantOrderState.values());
    }

    public List<String> getModes() {
        return MODES;
    }

    /** Which of a part's days the dates of the search are. */
    public boolean isByService() {
        return getFilter().axis() == DayAxis.SERVED;
    }

    /** « lundi 18 janvier », or from when to when; empty where the search names no whole span. */
    public String getDays() {
        LocalDate from = getFilter().from();
        LocalDate to = getFilter().to();
        return from == null || to == null || to.isBefore(from) ? "" : formats.dates(from, to);
    }

    /** The month that the span begins in. */
    public String getCalendarHref() {
        LocalDate from = getFilter().from();
        return from == null
                ? ""
                : ProOrdersCalendarPage.hrefOf(YearMonth.from(from), getFilter().axis());
    }

    public boolean isFirst() {
        return after() == null;
    }

    public String getNextHref() {
        return href() + "after=" + getPage().next();
    }

    public String getFirstHref() {
        return href();
    }

    private String href() {
        StringBuilder href = new StringBuilder("/pro/orders/list?");
        for (String name : List.of("q", "state", "mode", "from", "to", "by")) {
            if (!text(name).isEmpty()) {
                href.append(name)
                        .append('=')
                        .append(URLEncoder.encode(text(name), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return href.toString();
    }

    /** {@code TO_CONFIRM}, {@code OPEN} and {@code READY_ALL} are what the first page's figures count. */
    private List<MerchantOrderState> states() {
        String asked = text("state");
        return switch (asked) {
            case "TO_CONFIRM" -> List.of(MerchantOrderState.RECORDED, MerchantOrderState.CONFIRMING);
            case "READY_ALL" -> List.of(MerchantOrderState.READY, MerchantOrderState.HANDING_OVER);
            case "OPEN" ->
                Arrays.stream(MerchantOrderState.values())
                        .filter(state -> !state.isTerminal() && state != MerchantOrderState.ERROR)
                        .toList();
            default ->
                Arrays.stream(MerchantOrderState.values())
                        .filter(state -> state.name().equals(asked))
                        .toList();
        };
    }

    private @Nullable Long after() {
        try {
            return text("after").isEmpty() ? null : Long.valueOf(text("after"));
        } catch (NumberFormatException forged) {
            return null;
        }
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
