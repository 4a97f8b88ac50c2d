package fr.halle.order.service;

import fr.halle.order.service.Sight.Scope;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link TodayOfParts}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TodayDesk {

    private static final int FEW = 8;

    private static final String OPEN =
            " and p.state in ('RECORDED', 'CONFIRMING', 'PROCESSING', 'READY', 'HANDING_OVER')";

    /** Today's that are not late, and what was not brought before (K20). */
    private static final String DUE = "(p.service_date = ? and (p.slot_end is null or p.slot_end > ?)"
            + " or p.service_date < ? and p.mode = 'DELIVERY')";

    private static final String COUNTS = """
            select count(*) filter (where p.state in ('RECORDED', 'CONFIRMING')) as to_confirm,
                   count(*) filter (where p.state = 'PROCESSING') as to_prepare,
                   count(*) filter (where p.state in ('READY', 'HANDING_OVER')) as ready,
                   count(*) filter (where """ + Lateness.LATE + """
                   ) as late,
                   count(*) filter (where """ + DUE + """
                   ) as due,
                   count(*) filter (where p.seen_at is null) as fresh
              from merchant_order p
             where p.merchant_id = coalesce(?::bigint, p.merchant_id) and p.portal_id = coalesce(?::bigint, p.portal_id)
            """ + OPEN;

    private static final String MONEY = """
            select coalesce(-sum(x.amount_cents) filter (where a.type = 'MERCHANT_PENDING'), 0) as pending,
                   coalesce(-sum(x.amount_cents) filter (where a.type = 'MERCHANT_AVAILABLE'), 0) as available,
                   coalesce(sum(x.amount_cents) filter (where a.type = 'MERCHANT_DEBT'), 0) as debt,
                   (select coalesce(sum(r.amount_cents), 0) from refund r
                     where r.merchant_id = ? and r.state not in ('SUCCEEDED', 'FAILED')) as refunding,
                   (select m.iban is null from merchant m where m.id = ?) as iban_missing
              from ledger_account a join posting x on x.account_id = a.id
             where a.owner_id = ? and a.type in ('MERCHANT_PENDING', 'MERCHANT_AVAILABLE', 'MERCHANT_DEBT')
            """;

    private static final String NEXT = """
            select p.release_at, sum(s.gross_cents - s.fee_cents - s.tax_cents - s.refunded_cents
                   + s.fee_returned_cents + s.tax_returned_cents) as cents
              from merchant_order p join payment_share s on s.merchant_order_id = p.id
             where p.merchant_id = ? and p.release_at is not null and s.released_at is null
             group by p.release_at order by p.release_at limit 1
            """;

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private HalleClock clock;

    @Inject
    private PartReader reader;

    private record Counts(long toConfirm, long toPrepare, long ready, long late, long due, long fresh) {

        static Counts of(Row row) throws SQLException {
            return new Counts(
                    row.number("to_confirm"),
                    row.number("to_prepare"),
                    row.number("ready"),
                    row.number("late"),
                    row.number("due"),
                    row.number("fresh"));
        }
    }

    private record Release(@Nullable Instant at, long cents) {}

    public TodayOfParts read(Actor actor) {
        Scope scope = sight.of(actor);
        Instant now = clock.instant();
        LocalDate today = clock.today();
        Counts counts = sql.one(COUNTS, Counts::of, now, today, now, today, scope.merchantId(), scope.portalId())
                .orElseThrow();
        List<PartRow> confirming = reader.unfolded(new PartQuery(scope)
                .where(" and p.state in ('RECORDED', 'CONFIRMING')")
                .ending(" order by p.id", FEW));
        List<PartRow> due = reader.unfolded(new PartQuery(scope)
                .where(OPEN + " and " + DUE, today, now, today)
                .ending(" order by p.slot_start nulls last, p.service_date desc, p.id", FEW));
        List<PartRow> overdue = reader.unfolded(new PartQuery(scope)
                .where(OPEN + " and " + Lateness.LATE, now)
                .ending(" order by p.slot_end, p.id", FEW));
        return new TodayOfParts(
                counts.toConfirm(),
                counts.toPrepare(),
                counts.ready(),
                counts.late(),
                counts.due(),
                counts.fresh(),
                confirming,
                due,
                overdue,
                actor.merchantId() == null || !actor.may(Permission.READ_FINANCES) ? null : money(actor.merchantId()));
    }

    private TodayOfParts.Money money(long merchantId) {
        Release next = sql.one(NEXT, row -> new Release(row.instant("release_at"), row.number("cents")), merchantId)
                .orElse(new Release(null, 0));
        return sql.one(
                        MONEY,
                        row -> new TodayOfParts.Money(
                                row.number("pending"),
                                row.number("available"),
                                row.number("debt"),
                                row.number("refunding"),
                                next.at(),
                                next.cents(),
                                row.flag("iban_missing")),
                        merchantId,
                        merchantId,
                        merchantId)
                .orElseThrow();
    }
}
