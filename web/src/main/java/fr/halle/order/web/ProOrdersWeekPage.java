package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.Preparation;
import fr.halle.order.service.WeekToPrepare;
import fr.halle.order.service.WeekToPrepare.Slot;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The preparation sheet of a week, made to be printed. */
@Named
@RequestScoped
public class ProOrdersWeekPage {

    private static final String HERE = "/pro/orders/week?from=";

    @Inject
    private Preparation preparation;

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

    private @Nullable WeekToPrepare week;

    public WeekToPrepare getWeek() {
        WeekToPrepare read = week;
        if (read == null) {
            LocalDate day = Typed.day(request.getParameter("from"));
            read = preparation.week(actor.get(), day == null ? clock.today() : day);
            week = read;
        }
        return read;
    }

    /** « 10:30 – 11:00, retrait », or how it is served where it has no hour. */
    public String slot(Slot slot) {
        Instant start = slot.start();
        Instant end = slot.end();
        String mode = words.text("pro.mode." + slot.mode());
        if (start == null || end == null) {
            return mode;
        }
        return Formats.in(language.getCode()).hours(start, end) + " · " + mode;
    }

    public String getPreviousHref() {
        return HERE + getWeek().monday().minusWeeks(1);
    }

    public String getNextHref() {
        return HERE + getWeek().monday().plusWeeks(1);
    }

    public String getTodayHref() {
        return HERE + clock.today();
    }
}
