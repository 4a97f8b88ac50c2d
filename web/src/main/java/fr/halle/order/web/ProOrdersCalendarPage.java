package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.DayAxis;
import fr.halle.order.service.MonthOfParts;
import fr.halle.order.service.MonthOfParts.Day;
import fr.halle.order.service.OrderCalendar;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calendar of the orders (M22–M24, K30): a month by one of the parts' two days, each day a link to its list. */
@Named
@RequestScoped
public class ProOrdersCalendarPage {

    private static final String HERE = "/pro/orders/calendar?month=";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");

    @Inject
    private OrderCalendar calendar;

    @Inject
    private CurrentActor actor;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private @Nullable MonthOfParts month;

    public MonthOfParts getMonth() {
        MonthOfParts read = month;
        if (read == null) {
            YearMonth asked = Typed.month(text("month"));
            read = calendar.month(actor.get(), asked == null ? YearMonth.from(clock.today()) : asked, axis());
            month = read;
        }
        return read;
    }

    /** « Janvier 2021 ». */
    public String getTitle() {
        String name = DateTimeFormatter.ofPattern("LLLL yyyy", language.getLocale())
                .format(getMonth().month());
        return name.substring(0, 1).toUpperCase(language.getLocale()) + name.substring(1);
    }

    public String getTotal() {
        return formats().cents(getMonth().cents());
    }

    public String getCount() {
        return words.count("pro.calendar.parts", getMonth().parts());
    }

    public List<DayOfWeek> getWeekdays() {
        return List.of(DayOfWeek.values());
    }

    /** « Lun. ». */
    public String weekday(DayOfWeek weekday) {
        String name = weekday.getDisplayName(TextStyle.SHORT, language.getLocale());
        return name.substring(0, 1).toUpperCase(language.getLocale()) + name.substring(1);
    }

    public String weekdayName(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL, language.getLocale());
    }

    public String weekdayOf(Day day) {
        return weekday(day.date().getDayOfWeek());
    }

    /** « 18/01 ». */
    public String date(Day day) {
        return SHORT.format(day.date());
    }

    /** « 1 / 1,00 € », or a dash (M22). */
    public String figures(Day day) {
        return day.isEmpty()
                ? "-"
                : formats().number(day.parts()) + " / " + formats().cents(day.cents());
    }

    /** « lundi 18 janvier 2021, 1 commande, 1,00 € »: all that the square says, for who does not see it. */
    public String name(Day day) {
        List<String> said = new ArrayList<>();
        said.add(formats().day(day.date()) + " " + day.date().getYear());
        if (day.isEmpty()) {
            said.add(words.text("pro.calendar.nothing"));
        } else {
            said.add(words.count("pro.calendar.parts", day.parts()));
            said.add(formats().cents(day.cents()));
        }
        if (!day.inMonth()) {
            said.add(words.text("pro.calendar.outside"));
        }
        return String.join(", ", said);
    }

    public String dayClass(Day day) {
        return (day.inMonth() ? "in" : "out") + (day.isEmpty() ? "" : " has") + (isToday(day) ? " today" : "");
    }

    public String figuresClass(Day day) {
        return day.isEmpty() ? "v none" : "v";
    }

    public boolean isToday(Day day) {
        return day.date().equals(clock.today());
    }

    public String href(Day day) {
        return "/pro/orders/list?from=" + day.date() + "&to=" + day.date() + DayAxes.query(axis());
    }

    public String getPreviousHref() {
        return hrefOf(getMonth().month().minusMonths(1), axis());
    }

    public String getNextHref() {
        return hrefOf(getMonth().month().plusMonths(1), axis());
    }

    public String getTodayHref() {
        return hrefOf(YearMonth.from(clock.today()), axis());
    }

    public String getByOrderHref() {
        return hrefOf(getMonth().month(), DayAxis.ORDERED);
    }

    public String getByServiceHref() {
        return hrefOf(getMonth().month(), DayAxis.SERVED);
    }

    public boolean isByService() {
        return axis() == DayAxis.SERVED;
    }

    /** The sheet of this week where it lies in the month, else of the month's first. */
    public String getWeekHref() {
        LocalDate today = clock.today();
        YearMonth month = getMonth().month();
        return "/pro/orders/week?from=" + (YearMonth.from(today).equals(month) ? today : month.atDay(1));
    }

    static String hrefOf(YearMonth month, DayAxis axis) {
        return HERE + month + DayAxes.query(axis);
    }

    private DayAxis axis() {
        return DayAxes.of(text("by"));
    }

    private Formats formats() {
        return Formats.in(language.getCode());
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
