package fr.halle.order.service;

import fr.halle.payout.model.PayoutState;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A merchant's money: what is pending, available and paid out, and each share that makes it up (M51, M60–M67). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class MerchantFinances {

    public static final int PAGE = 25;
    private static final int WEEKS = 8;

    private static final String BALANCES = """
            select coalesce(-sum(x.amount_cents) filter (where a.type = 'MERCHANT_PENDING'), 0) as pending,
                   coalesce(-sum(x.amount_cents) filter (where a.type = 'MERCHANT_AVAILABLE'), 0) as available,
                   coalesce(sum(x.amount_cents) filter (where a.type = 'MERCHANT_DEBT'), 0) as debt,
                   (select coalesce(sum(p.amount_cents), 0) from payout p where p.merchant_id = ? and p.state in ('PLANNED', 'SENT', 'UNKNOWN')) as travelling,
                   (select coalesce(sum(p.amount_cents), 0) from payout p where p.merchant_id = ? and p.state = 'PAID')
                     + (select coalesce(sum(s.outside_cents), 0) from payment_share s where s.merchant_id = ? and s.outside_reference is not null) as paid_out,
                   (select coalesce(sum(r.amount_cents), 0) from refund r where r.merchant_id = ? and r.state not in ('SUCCEEDED', 'FAILED')) as refunding
              from ledger_account a join posting x on x.account_id = a.id
             where a.owner_id = ? and a.type in ('MERCHANT_PENDING', 'MERCHANT_AVAILABLE', 'MERCHANT_DEBT')
            """;

    private static final String SHARES = """
            select s.id, o.number, o.release_at, y.created_at as at, y.purpose, s.gross_cents, s.fee_cents, s.tax_cents, s.refunded_cents,
                   s.fee_returned_cents, s.tax_returned_cents, s.released_at, case when s.outside_reference is null then p.state else 'PAID' end as payout_state, y.state as payment_state
              from payment_share s
              join payment y on y.id = s.payment_id
              join merchant_order o on o.id = s.merchant_order_id
              left join payout p on p.id = s.payout_id
             where s.merchant_id = ? and s.id < ?
             order by s.id desc limit ?
            """;

    /** Found along the merchant's parts by their day: some hundred of them, however many there are. */
    private static final String OF_WEEKS = """
            select date_trunc('week', o.placed_at at time zone 'Europe/Paris')::date as monday,
                   sum(s.gross_cents - s.refunded_cents - s.fee_cents + s.fee_returned_cents - s.tax_cents + s.tax_returned_cents) as net
              from merchant_order o join payment_share s on s.merchant_order_id = o.id
             where o.merchant_id = ? and o.placed_at >= ?
             group by 1
            """;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** What the orders of a week bring their merchant, in cents. */
    public record Week(LocalDate monday, long net) {}

    /** In cents. */
    public record Balances(long pending, long available, long debt, long travelling, long paidOut, long refunding) {}

    /**
     * One share of a payment. Amounts are cents.
     *
     * @param stateKey the key of where its money is: pending, available, travelling, paid or back
     * @param releaseAt when it becomes available, where that is known
     */
    public record ShareRow(
            long id,
            String number,
            Instant at,
            String purpose,
            long gross,
            long fee,
            long tax,
            long refunded,
            long net,
            String stateKey,
            @Nullable Instant releaseAt) {}

    public record PayoutRow(
            String reference,
            long cents,
            PayoutState state,
            Instant plannedAt,
            @Nullable Instant paidAt) {}

    /** @param next what to ask for the following shares, null where there are none */
    public record SharePage(List<ShareRow> rows, @Nullable Long next) {}

    public Balances balances(Actor actor) {
        long merchant = merchant(actor);
        return sql.one(
                        BALANCES,
                        row -> new Balances(
                                row.number("pending"),
                                row.number("available"),
                                row.number("debt"),
                                row.number("travelling"),
                                row.number("paid_out"),
                                row.number("refunding")),
                        merchant,
                        merchant,
                        merchant,
                        merchant,
                        merchant)
                .orElseThrow();
    }

    /** Shares, newest first. */
    public SharePage shares(Actor actor, @Nullable Long after) {
        long before = after == null ? Long.MAX_VALUE : after;
        List<ShareRow> found = sql.list(SHARES, MerchantFinances::share, merchant(actor), before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<ShareRow> shown = more ? found.subList(0, PAGE) : found;
        return new SharePage(shown, more ? shown.get(PAGE - 1).id() : null);
    }

    public List<PayoutRow> payouts(Actor actor) {
        return sql.list(
                "select reference, amount_cents, state, planned_at, paid_at from payout where merchant_id = ?"
                        + " order by planned_at desc, id desc limit 12",
                row -> new PayoutRow(
                        row.text("reference"),
                        row.number("amount_cents"),
                        row.constant("state", PayoutState.class),
                        row.instant("planned_at"),
                        row.instantOrNull("paid_at")),
                merchant(actor));
    }

    /** The last eight weeks, this one last; a week without an order too. */
    public List<Week> weeks(Actor actor) {
        long merchant = merchant(actor);
        LocalDate first = clock.today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(WEEKS - 1L);
        Map<LocalDate, Long> nets = new HashMap<>();
        sql.list(
                OF_WEEKS,
                row -> nets.put(row.date("monday"), row.number("net")),
                merchant,
                first.atStartOfDay(HalleClock.PARIS).toInstant());
        return IntStream.range(0, WEEKS)
                .mapToObj(first::plusWeeks)
                .map(monday -> new Week(monday, nets.getOrDefault(monday, 0L)))
                .toList();
    }

    private static long merchant(Actor actor) {
        actor.must(Permission.READ_FINANCES);
        return Objects.requireNonNull(actor.merchantId(), "only a merchant has finances of its own");
    }

    private static ShareRow share(Row row) throws SQLException {
        long gross = row.number("gross_cents");
        long refunded = row.number("refunded_cents");
        long fee = row.number("fee_cents") - row.number("fee_returned_cents");
        long tax = row.number("tax_cents") - row.number("tax_returned_cents");
        return new ShareRow(
                row.number("id"),
                row.text("number"),
                row.instant("at"),
                row.text("purpose"),
                gross,
                fee,
                tax,
                refunded,
                gross - refunded - fee - tax,
                state(row, gross, refunded),
                row.instantOrNull("release_at"));
    }

    private static String state(Row row, long gross, long refunded) throws SQLException {
        String payout = row.textOrNull("payout_state");
        if (gross > 0 && refunded == gross) {
            return "back";
        }
        if (payout != null) {
            return payout.equals(PayoutState.PAID.name()) ? "paid" : "travelling";
        }
        return row.instantOrNull("released_at") == null ? "pending" : "available";
    }
}
