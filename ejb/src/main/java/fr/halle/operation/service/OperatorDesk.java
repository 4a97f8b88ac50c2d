package fr.halle.operation.service;

import fr.halle.ledger.model.AccountType;
import fr.halle.payout.model.PayoutSettings;
import fr.halle.portal.model.Preset;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operator sees first. Everything is of one portal where the operator has one, and of all where not (portal null). */
@Service
public class OperatorDesk {

    /** K7. */
    public static final Duration REFUND_PROMISE = Duration.ofHours(48);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** By portal; 0 is all of them. */
    private final Dear<Long, Map<AccountType, Long>> balances = new Dear<>(0);

    /** Today's sales and what the platform earned this month, in cents. */
    public record Figures(long salesCents, long orders, long openMerchants, long merchants, long feesCents) {}

    public Figures figures(@Nullable Long portal) {
        Instant day = clock.today().atStartOfDay(HalleClock.PARIS).toInstant();
        Instant month =
                clock.today().withDayOfMonth(1).atStartOfDay(HalleClock.PARIS).toInstant();
        return sql.one(
                        """
                        select (select coalesce(sum(total_cents), 0) from customer_order where placed_at >= ? and portal_id = coalesce(?::bigint, portal_id)) as sales,
                               (select count(*) from customer_order where placed_at >= ? and portal_id = coalesce(?::bigint, portal_id)) as orders,
                               (select count(distinct s.merchant_id) from shop s where s.active and s.portal_id = coalesce(?::bigint, s.portal_id)) as open,
                               (select count(*) from merchant m where m.portal_id = coalesce(?::bigint, m.portal_id)) as merchants,
                               (select coalesce(sum(s.fee_cents - s.fee_returned_cents), 0) from payment p join payment_share s on s.payment_id = p.id
                                 where p.authorised_at >= ? and p.portal_id = coalesce(?::bigint, p.portal_id)) as fees""",
                        row -> new Figures(
                                row.number("sales"),
                                row.number("orders"),
                                row.number("open"),
                                row.number("merchants"),
                                row.number("fees")),
                        day,
                        portal,
                        day,
                        portal,
                        portal,
                        portal,
                        month,
                        portal)
                .orElseThrow();
    }

    /** What waits, worst first; nothing that is empty. */
    public List<ToDo> toDo(@Nullable Long portal) {
        return Stream.of(
                        one(
                                "refundsFailed",
                                "select count(*) as n, coalesce(sum(r.amount_cents), 0) as cents, min(r.requested_at) as since"
                                        + " from refund r join payment p on p.id = r.payment_id where (r.state = 'FAILED' or (r.state = 'UNKNOWN'"
                                        + " and r.asked_at <= now() - interval '23 hours')) and p.portal_id = coalesce(?::bigint, p.portal_id)",
                                portal),
                        one(
                                "paymentsUnknown",
                                "select count(*) as n, coalesce(sum(amount_cents), 0) as cents, min(created_at) as since from payment"
                                        + " where state = 'UNKNOWN' and portal_id = coalesce(?::bigint, portal_id)",
                                portal),
                        one(
                                "payoutsBack",
                                "select count(*) as n, coalesce(sum(amount_cents), 0) as cents, min(ended_at) as since from payout o"
                                        + " where state in ('RETURNED', 'FAILED') and resumed_at is null and not exists (select 1 from payout l"
                                        + " where l.merchant_id = o.merchant_id and (l.planned_at, l.id) > (o.planned_at, o.id)) and portal_id = coalesce(?::bigint, portal_id)",
                                portal),
                        one(
                                "payoutsSilent",
                                "select count(*) as n, coalesce(sum(amount_cents), 0)::bigint as cents, min(since) as since from order_trouble"
                                        + " where cause = 'PAYOUT_SILENT' and solved_at is null and portal_id = coalesce(?::bigint, portal_id)",
                                portal),
                        payoutsLate(portal),
                        one(
                                "noIban",
                                "select count(*) as n, coalesce(sum(w.cents), 0) as cents, null::timestamptz as since from merchant m join (select a.owner_id,"
                                        + " -sum(p.amount_cents) as cents from ledger_account a join posting p on p.account_id = a.id"
                                        + " where a.type = 'MERCHANT_AVAILABLE' group by a.owner_id having sum(p.amount_cents) < 0) w"
                                        + " on w.owner_id = m.id where coalesce(m.iban, '') = '' and m.portal_id = coalesce(?::bigint, m.portal_id)",
                                portal))
                .filter(todo -> todo.count() > 0)
                .toList();
    }

    /**
     * K2: what was ordered longer ago than the order's own {@code payout.latestDays} and has not left for its merchant. What is not
     * released yet and what is, but is in no payout: each of the two has an index that holds nothing else.
     */
    private ToDo payoutsLate(@Nullable Long portal) {
        return one(
                "payoutsLate",
                """
                select count(*) as n, min(m.placed_at) as since, coalesce(sum(s.gross_cents - s.fee_cents - s.tax_cents - s.refunded_cents
                       + s.fee_returned_cents + s.tax_returned_cents), 0) as cents
                  from (select * from payment_share where released_at is null and refunded_cents < gross_cents
                        union all select * from payment_share where released_at is not null and payout_id is null and outside_reference is null) s
                  join merchant_order m on m.id = s.merchant_order_id join customer_order o on o.id = m.order_id
                 where s.payout_id is null and s.refunded_cents < s.gross_cents and m.state <> 'CANCELLED'
                   and m.portal_id = coalesce(?::bigint, m.portal_id)
                   and m.placed_at < ?::timestamptz - make_interval(days => coalesce((o.settings ->> 'payout.latestDays')::int,
                       case o.settings ->> 'preset' when 'MOUNTAIN' then ? when 'TOWN_ORDERS' then ? else ? end))""",
                portal,
                clock.instant(),
                PayoutSettings.LATEST_DAYS.defaultIn(Preset.MOUNTAIN),
                PayoutSettings.LATEST_DAYS.defaultIn(Preset.TOWN_ORDERS),
                PayoutSettings.LATEST_DAYS.defaultIn(Preset.TOWN_PICKUP));
    }

    /** What each kind of account holds for us, in cents: positive is ours to have, negative ours to give. */
    public Map<AccountType, Long> balances(@Nullable Long portal) {
        return balances.of(Objects.requireNonNullElse(portal, 0L), () -> added(portal));
    }

    private Map<AccountType, Long> added(@Nullable Long portal) {
        Map<AccountType, Long> sums = new EnumMap<>(AccountType.class);
        sql.list(
                "select a.type, sum(p.amount_cents) as cents from ledger_account a join posting p on p.account_id = a.id where "
                        + CheckSql.entriesOf("p.entry_id", portal)
                        + " group by a.type",
                row -> sums.put(row.constant("type", AccountType.class), row.number("cents")));
        return sums;
    }

    private ToDo one(String key, String statement, @Nullable Object... values) {
        return sql.one(statement, row -> todo(key, row), values).orElseThrow();
    }

    private static ToDo todo(String key, Row row) throws SQLException {
        return new ToDo(key, row.number("n"), row.number("cents"), row.instantOrNull("since"));
    }
}
