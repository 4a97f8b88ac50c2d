package fr.halle.sales.service;

import fr.halle.sales.model.RequestStage;
import fr.halle.sales.service.SalesMeasures.Age;
import fr.halle.sales.service.SalesMeasures.Column;
import fr.halle.sales.service.SalesMeasures.Conversion;
import fr.halle.sales.service.SalesMeasures.Open;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures a desk, from the facts its requests carry; six statements whatever their number. */
@Service
public class SalesMeasuring {

    private static final int LONGEST_DAYS = 731;
    private static final String PERIOD =
            " where r.desk_id = ? and r.spam_at is null and r.opened_at >= ? and r.opened_at < ?";

    private static final String OPEN =
            "select case when r.opened_at > ? then 'DAY' when r.opened_at > ? then 'THREE_DAYS' when r.opened_at > ? then 'WEEK' when r.opened_at > ? then 'MONTH'"
                    + " else 'OLDER' end as age, count(*) as requests, count(*) filter (where r.answered_at is null) as unanswered from sales_request r"
                    + " where r.desk_id = ? and r.spam_at is null and r.stage not in ('PROCESSED', 'ARCHIVED') group by 1";

    private static final String CONVERSION =
            "count(*) as asked, count(*) filter (where r.prestations > 0 or r.accepted_at is not null) as quoted,"
                    + " count(*) filter (where r.accepted_at is not null) as accepted, coalesce(sum(r.agreed_cents) filter (where r.accepted_at is not null), 0)::bigint as agreed";

    private static final String COLUMNS =
            "select r.stage, count(*) as requests, coalesce(sum(case when r.accepted_at is null then r.quoted_cents else r.agreed_cents end), 0)::bigint as cents,"
                    + " coalesce(sum(r.paid_cents), 0)::bigint as paid from sales_request r" + PERIOD + " group by 1";

    @Inject
    private Sql sql;

    @Inject
    private Desks desks;

    @Inject
    private ResponseTimes times;

    @Inject
    private HalleClock clock;

    /**
     * @param deskId null for the actor's first
     * @param from more than two years before {@code to}: two years before it
     * @param language in which categories are named
     * @throws DeskUnknown when the desk is not the actor's
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     */
    public SalesMeasures of(Actor actor, @Nullable Long deskId, LocalDate from, LocalDate to, String language) {
        SalesDesk desk = desks.of(actor, deskId);
        LocalDate first = from.isBefore(to.minusDays(LONGEST_DAYS)) ? to.minusDays(LONGEST_DAYS) : from;
        Instant begins = first.atStartOfDay(HalleClock.PARIS).toInstant();
        Instant ends = to.plusDays(1).atStartOfDay(HalleClock.PARIS).toInstant();
        String category = "fr".equals(language) ? "c.label_fr" : "c.label_en";
        return new SalesMeasures(
                first,
                to,
                times.of(desk, begins, ends),
                open(desk.id()),
                conversion("r.object_label", "", desk.id(), begins, ends),
                conversion(
                        "coalesce(" + category + ", '')",
                        " left join sales_category c on c.id = r.category_id",
                        desk.id(),
                        begins,
                        ends),
                conversion(
                        "coalesce(u.name, '')",
                        " left join user_account u on u.id = r.assigned_to",
                        desk.id(),
                        begins,
                        ends),
                columns(desk.id(), begins, ends));
    }

    private List<Open> open(long desk) {
        Instant now = clock.instant();
        Map<Age, Open> found = sql
                .list(
                        OPEN,
                        row -> new Open(
                                row.constant("age", Age.class), row.number("requests"), row.number("unanswered")),
                        now.minus(Duration.ofDays(1)),
                        now.minus(Duration.ofDays(3)),
                        now.minus(Duration.ofDays(7)),
                        now.minus(Duration.ofDays(30)),
                        desk)
                .stream()
                .collect(Collectors.toMap(Open::age, Function.identity()));
        return Arrays.stream(Age.values())
                .map(age -> found.getOrDefault(age, new Open(age, 0, 0)))
                .toList();
    }

    private List<Conversion> conversion(String name, String join, long desk, Instant begins, Instant ends) {
        return sql.list(
                "select " + name + " as name, " + CONVERSION + " from sales_request r" + join + PERIOD
                        + " group by 1 order by 2 desc, 1 limit 200",
                row -> new Conversion(
                        row.text("name"),
                        row.number("asked"),
                        row.number("quoted"),
                        row.number("accepted"),
                        row.number("agreed")),
                desk,
                begins,
                ends);
    }

    private List<Column> columns(long desk, Instant begins, Instant ends) {
        Map<RequestStage, Column> found = sql
                .list(
                        COLUMNS,
                        row -> new Column(
                                row.constant("stage", RequestStage.class),
                                row.number("requests"),
                                row.number("cents"),
                                row.number("paid")),
                        desk,
                        begins,
                        ends)
                .stream()
                .collect(Collectors.toMap(Column::stage, Function.identity()));
        return Arrays.stream(RequestStage.values())
                .map(stage -> found.getOrDefault(stage, new Column(stage, 0, 0, 0)))
                .toList();
    }
}
