package fr.halle.sales.web;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The period that measures are asked for: the last ninety days where none is asked, and never upside down. */
@Service
public class MeasuredPeriod {

    private static final int USUAL_DAYS = 90;

    @Inject
    private HalleClock clock;

    LocalDate to(HttpServletRequest request) {
        LocalDate asked = day(request, "to", clock.today());
        return asked.isAfter(clock.today()) ? clock.today() : asked;
    }

    LocalDate from(HttpServletRequest request) {
        LocalDate to = to(request);
        LocalDate asked = day(request, "from", to.minusDays(USUAL_DAYS));
        return asked.isAfter(to) ? to : asked;
    }

    private static LocalDate day(HttpServletRequest request, String name, LocalDate otherwise) {
        String text = request.getParameter(name);
        if (text == null || !text.matches("2\\d{3}-\\d{2}-\\d{2}")) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
