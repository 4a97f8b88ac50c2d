package fr.halle.order.api;

import fr.halle.identity.api.Bearer;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.DayAxis;
import fr.halle.order.service.MonthOfParts;
import fr.halle.order.service.OrderCalendar;
import fr.halle.shared.api.MoneyJson;
import fr.halle.shared.api.ParameterRefused;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a merchant's days bring, month by month (M22–M24); an operator's portal's as well. */
@Bearer
@Path("merchant/calendar")
@Service
@Produces("application/json")
public class MerchantCalendarResource {

    @EJB
    private OrderCalendar calendar;

    @Inject
    private CurrentActor actor;

    /** @param days only the month's own, in which something is */
    public record Month(YearMonth month, long parts, MoneyJson total, List<Day> days) {}

    public record Day(LocalDate date, long parts, MoneyJson total) {}

    @GET
    public Month month(@QueryParam("month") @Nullable String month, @QueryParam("by") @Nullable String by) {
        MonthOfParts read = calendar.month(actor.get(), monthOf(month), axis(by));
        return new Month(
                read.month(),
                read.parts(),
                MoneyJson.euros(read.cents()),
                read.weeks().stream()
                        .flatMap(List::stream)
                        .filter(day -> day.inMonth() && !day.isEmpty())
                        .map(day -> new Day(day.date(), day.parts(), MoneyJson.euros(day.cents())))
                        .toList());
    }

    private static YearMonth monthOf(@Nullable String month) {
        if (month == null) {
            throw new ParameterRefused("month", "MISSING");
        }
        try {
            YearMonth read = YearMonth.parse(month);
            if (read.getYear() < 2000 || read.getYear() > 2200) {
                throw new ParameterRefused("month", "RANGE");
            }
            return read;
        } catch (DateTimeException malformed) {
            throw new ParameterRefused("month", "SYNTAX");
        }
    }

    private static DayAxis axis(@Nullable String by) {
        return switch (by == null ? "order" : by) {
            case "order" -> DayAxis.ORDERED;
            case "service" -> DayAxis.SERVED;
            default -> throw new ParameterRefused("by", "SYNTAX");
        };
    }
}
