package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.Preparation;
import fr.halle.order.service.Round;
import fr.halle.shared.service.HalleClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The round of a day: whom to bring what, where, and how to call them. */
@Named
@RequestScoped
public class ProOrdersRoundPage {

    private static final String HERE = "/pro/orders/round?day=";

    @Inject
    private Preparation preparation;

    @Inject
    private CurrentActor actor;

    @Inject
    private HalleClock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable Round round;

    public Round getRound() {
        Round read = round;
        if (read == null) {
            LocalDate day = Typed.day(request.getParameter("day"));
            read = preparation.round(actor.get(), day == null ? clock.today() : day);
            round = read;
        }
        return read;
    }

    public String getPreviousHref() {
        return HERE + getRound().day().minusDays(1);
    }

    public String getNextHref() {
        return HERE + getRound().day().plusDays(1);
    }

    public String getWeekHref() {
        return "/pro/orders/week?from=" + getRound().day();
    }
}
