package fr.halle.order.service;

import fr.halle.order.service.MonthOfParts.Day;
import fr.halle.order.service.Sight.Scope;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts and sums the parts of each day of a month, in one statement along one index (M22–M24, K30, K28). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OrderCalendar {

    private static final int WEEK = 7;

    private static final String FIGURES =
            " as day, count(*) as parts, coalesce(sum(p.total_cents - p.cancelled_cents) filter (where p.state <> 'CANCELLED'), 0) as cents"
                    + " from merchant_order p where ";

    private static final String OF_MERCHANT = "p.merchant_id = ?";

    /** Merchant by merchant, so that an operator's month goes along the merchants' indexes and needs none of its own. */
    private static final String OF_OPERATOR =
            "p.portal_id = coalesce(?::bigint, p.portal_id) and p.merchant_id = any (array("
                    + "select id from merchant where portal_id = coalesce(?::bigint, portal_id)))";

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    private record Figures(LocalDate date, long parts, long cents) {}

    /** The month as the actor may see it, with the days of its neighbours that complete its weeks. */
    public MonthOfParts month(Actor actor, YearMonth month, DayAxis axis) {
        LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        Map<LocalDate, Figures> figures = figures(sight.of(actor), axis, first, last).stream()
                .collect(Collectors.toMap(Figures::date, Function.identity()));
        List<Day> days = first.datesUntil(last.plusDays(1))
                .map(date -> day(figures.getOrDefault(date, new Figures(date, 0, 0)), month))
                .toList();
        List<List<Day>> weeks = IntStream.range(0, days.size() / WEEK)
                .mapToObj(week -> days.subList(week * WEEK, (week + 1) * WEEK))
                .toList();
        return new MonthOfParts(month, weeks);
    }

    private List<Figures> figures(Scope scope, DayAxis axis, LocalDate first, LocalDate last) {
        boolean ordered = axis == DayAxis.ORDERED;
        String day = ordered ? "(p.placed_at at time zone 'Europe/Paris')::date" : "p.service_date";
        String within = ordered
                ? " and p.placed_at >= ? and p.placed_at < ?"
                : " and p.service_date >= ? and p.service_date < ?";
        Object from = ordered ? first.atStartOfDay(HalleClock.PARIS).toInstant() : first;
        LocalDate after = last.plusDays(1);
        Object to = ordered ? after.atStartOfDay(HalleClock.PARIS).toInstant() : after;
        String select = "select " + day + FIGURES;
        return scope.merchantId() != null
                ? read(select + OF_MERCHANT + within, scope.merchantId(), from, to)
                : read(select + OF_OPERATOR + within, scope.portalId(), scope.portalId(), from, to);
    }

    private List<Figures> read(String statement, @Nullable Object... values) {
        return sql.list(
                statement + " group by 1",
                row -> new Figures(row.date("day"), row.number("parts"), row.number("cents")),
                values);
    }

    private static Day day(Figures figures, YearMonth month) {
        return new Day(
                figures.date(),
                figures.parts(),
                figures.cents(),
                YearMonth.from(figures.date()).equals(month));
    }
}
