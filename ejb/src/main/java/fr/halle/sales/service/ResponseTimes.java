package fr.halle.sales.service;

import fr.halle.sales.service.SalesMeasures.Response;
import fr.halle.shared.model.FrenchHolidays;
import fr.halle.shared.model.Region;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * The time to the first answer without the days on which the desk is closed: a message of Saturday night that is answered on Monday
 * morning has waited for Monday's hours only. A merchant's days are those its shops open on; who has none is open on working days.
 */
@Service
public class ResponseTimes {

    /** Seconds of open days before each day, so that the time between two moments is a difference. */
    private static final String STATEMENT = """
            with day as (select g::date as day,
                    case when not exists (select from shop s join opening_hours h on h.shop_id = s.id where s.merchant_id = ?)
                        then extract(isodow from g) < 6 and not g::date = any(?::text[]::date[])
                        else exists (select from shop s where s.merchant_id = ? and (
                            exists (select from opening_exception e where e.shop_id = s.id and e.day = g::date and e.opens is not null)
                            or not exists (select from opening_exception e where e.shop_id = s.id and e.day = g::date)
                                and not g::date = any(?::text[]::date[])
                                and exists (select from opening_hours h where h.shop_id = s.id and h.weekday = extract(isodow from g)))) end as open
                  from generate_series(?::date, ?::date, interval '1 day') g),
                 counted as materialized (select day, open, coalesce(sum(case when open then 86400 else 0 end) over (order by day rows between unbounded preceding and 1 preceding), 0) as before from day),
                 waited as (select r.answered_at, b.before + case when b.open then extract(epoch from (r.answered_at at time zone 'Europe/Paris')::time) else 0 end
                        - a.before - case when a.open then extract(epoch from (r.opened_at at time zone 'Europe/Paris')::time) else 0 end as seconds
                    from sales_request r left join counted a on a.day = (r.opened_at at time zone 'Europe/Paris')::date
                    left join counted b on b.day = (r.answered_at at time zone 'Europe/Paris')::date
                   where r.desk_id = ? and r.spam_at is null and r.opened_at >= ? and r.opened_at < ?)
            select count(*) as asked, count(answered_at) as answered, floor(percentile_cont(0.5) within group (order by seconds) / 60)::bigint as median,
                   floor(percentile_cont(0.9) within group (order by seconds) / 60)::bigint as ninetieth from waited""";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    Response of(SalesDesk desk, Instant begins, Instant ends) {
        LocalDate first = LocalDate.ofInstant(begins, HalleClock.PARIS);
        LocalDate today = clock.today();
        LocalDate last = today.isBefore(first) ? first : today;
        String[] holidays = holidays(first, last);
        return sql.one(
                        STATEMENT,
                        row -> new Response(
                                row.number("asked"),
                                row.number("answered"),
                                row.numberOrNull("median"),
                                row.numberOrNull("ninetieth")),
                        desk.merchantId(),
                        holidays,
                        desk.merchantId(),
                        holidays,
                        first,
                        last,
                        desk.id(),
                        begins,
                        ends)
                .orElseThrow(DeskUnknown::new);
    }

    private static String[] holidays(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .boxed()
                .flatMap(year -> FrenchHolidays.of(year, Region.FRANCE).keySet().stream())
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }
}
