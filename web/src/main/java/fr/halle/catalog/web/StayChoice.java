package fr.halle.catalog.web;

import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.ProductView;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stay: two months of nights with their prices. A free night is a link: the first one chosen is the arrival, a later one the
 * departure, so that the calendar works without script.
 */
@Named("stayChoice")
@RequestScoped
public class StayChoice {

    private static final int MONTHS = 2;
    private static final int A_WEEK = 7;
    private static final int HUNDRED = 100;

    @Inject
    private Calendars calendars;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HalleClock clock;

    private List<Month> months = List.of();
    private @Nullable String earlierHref;
    private String laterHref = "";
    private @Nullable Integer minNights;
    private String slug = "";

    public record Month(String name, List<List<Cell>> weeks) {}

    /**
     * A day of the month, or an empty cell.
     *
     * @param style as the look names it: {@code off}, {@code in}, {@code from}, {@code to}
     * @param href null where it cannot be chosen
     */
    public record Cell(
            String day,
            String price,
            String style,
            @Nullable String href,
            String label) {

        static Cell empty() {
            return new Cell("", "", "", null, "");
        }
    }

    void read(ProductView product, Asked asked) {
        slug = product.card().slug();
        LocalDate begin = calendars.begin(product.card().id(), asked);
        YearMonth first = YearMonth.from(begin);
        LocalDate from = first.atDay(1);
        int days = (int) java.time.temporal.ChronoUnit.DAYS.between(
                        from, first.plusMonths(MONTHS).atDay(1))
                + 1;
        Map<LocalDate, Opening> nights = new HashMap<>();
        for (Opening opening : calendars.openings(product.card().id(), from, days)) {
            LocalDate night = opening.day();
            if (night != null) {
                nights.put(night, opening);
            }
        }
        months = IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> month(month, nights, asked))
                .toList();
        boolean past = !from.isAfter(clock.today());
        earlierHref = past ? null : href(first.minusMonths(MONTHS).atDay(1), asked.startsOn(), asked.endsOn(), asked);
        laterHref = href(first.plusMonths(MONTHS).atDay(1), asked.startsOn(), asked.endsOn(), asked);
        Opening arrival = asked.startsOn() == null ? null : nights.get(asked.startsOn());
        minNights = arrival == null ? null : arrival.minNights();
    }

    private Month month(YearMonth month, Map<LocalDate, Opening> nights, Asked asked) {
        List<Cell> cells = new ArrayList<>();
        for (int before = 1; before < month.atDay(1).getDayOfWeek().getValue(); before++) {
            cells.add(Cell.empty());
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(cell(month.atDay(day), nights, asked));
        }
        while (cells.size() % A_WEEK != 0) {
            cells.add(Cell.empty());
        }
        List<List<Cell>> weeks = new ArrayList<>();
        for (int at = 0; at < cells.size(); at += A_WEEK) {
            weeks.add(cells.subList(at, at + A_WEEK));
        }
        String name =
                DateTimeFormatter.ofPattern("LLLL yyyy", language.getLocale()).format(month);
        return new Month(Character.toUpperCase(name.charAt(0)) + name.substring(1), weeks);
    }

    private Cell cell(LocalDate day, Map<LocalDate, Opening> nights, Asked asked) {
        Opening night = nights.get(day);
        LocalDate arrival = asked.startsOn();
        LocalDate departure = asked.endsOn();
        boolean free = night != null && night.left() > 0 && !day.isBefore(clock.today());
        boolean leaving =
                arrival != null && departure == null && day.isAfter(arrival) && freeUntil(day, arrival, nights);
        String number = Integer.toString(day.getDayOfMonth());
        Formats in = formats.in();
        String price = night == null || !free ? "" : euros(in, night.priceCents());
        if (leaving) {
            return new Cell(
                    number, price, "", href(null, arrival, day, asked), words.text("choose.leave", in.day(day)));
        }
        String style = style(day, arrival, departure, free);
        if ("to".equals(style)) {
            price = words.text("choose.departure");
        }
        String href = free ? href(null, day, null, asked) : null;
        return new Cell(number, price, style, href, words.text("choose.arrive", in.day(day), price));
    }

    private static boolean freeUntil(LocalDate day, LocalDate arrival, Map<LocalDate, Opening> nights) {
        for (LocalDate night = arrival; night.isBefore(day); night = night.plusDays(1)) {
            Opening opening = nights.get(night);
            if (opening == null || opening.left() <= 0) {
                return false;
            }
        }
        return true;
    }

    private static String style(
            LocalDate day, @Nullable LocalDate arrival, @Nullable LocalDate departure, boolean free) {
        if (day.equals(arrival)) {
            return "from";
        }
        if (day.equals(departure)) {
            return "to";
        }
        if (arrival != null && departure != null && day.isAfter(arrival) && day.isBefore(departure)) {
            return "in";
        }
        return free ? "" : "off";
    }

    /** Without cents where there are none: a cell is narrow. */
    private static String euros(Formats in, long cents) {
        String full = in.cents(cents);
        return cents % HUNDRED == 0 ? full.replace(",00", "").replaceFirst("\\.00$", "") : full;
    }

    /** Other dates for the same party: who said how many they are need not say it again. */
    private String href(
            @Nullable LocalDate from, @Nullable LocalDate arrival, @Nullable LocalDate departure, Asked party) {
        StringBuilder href = new StringBuilder("/product/").append(slug).append('?');
        add(href, "from", from);
        add(href, "startsOn", arrival);
        add(href, "endsOn", departure);
        add(href, "adults", party.adults());
        add(href, "children", party.children());
        return href.substring(0, href.length() - 1) + "#nights";
    }

    private static void add(StringBuilder href, String name, @Nullable Object value) {
        if (value != null) {
            href.append(name).append('=').append(value).append('&');
        }
    }

    public List<Month> getMonths() {
        return months;
    }

    public @Nullable String getEarlierHref() {
        return earlierHref;
    }

    public String getLaterHref() {
        return laterHref;
    }

    public @Nullable Integer getMinNights() {
        return minNights;
    }

    /** Monday to Sunday, shortened. */
    public List<String> getWeekdays() {
        return java.util.Arrays.stream(java.time.DayOfWeek.values())
                .map(day -> day.getDisplayName(java.time.format.TextStyle.SHORT, language.getLocale()))
                .toList();
    }
}
