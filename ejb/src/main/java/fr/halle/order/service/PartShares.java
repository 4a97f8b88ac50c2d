package fr.halle.order.service;

import fr.halle.payment.service.RefundTooLarge;
import fr.halle.shared.model.Allocation;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is still the customer's to get back of a part, whole or by its lines. A payment that brought no money gives none. */
@Service
class PartShares {

    private static final String SHARES = """
            select s.id, s.gross_cents, s.fee_cents, s.tax_cents, s.refunded_cents, s.tax_returned_cents, p.purpose, p.provider_id
              from payment_share s join payment p on p.id = s.payment_id
             where s.merchant_order_id = ? and s.gross_cents > s.refunded_cents and p.state in ('AUTHORISED', 'CAPTURED', 'DISPUTED')
             order by s.payment_id, s.id
            """;

    /**
     * A line is paid for with its order, but for its balance, which is paid later, with the other lines of its bill. What was carried over from a part that this
     * one replaces pays for its lines as its order's payment would, whatever it once paid for (K10). gone: given back, or carried on.
     */
    private static final String LINES = """
            select l.id as line_id, s.id as share_id, b.id as balance_id,
                   case when b.id is null then l.due_now_cents else b.amount_cents end as paid,
                   case when b.id is null then l.tax_cents - (select coalesce(sum(x.tax_cents), 0) from balance_due x where x.line_id = l.id)
                        else b.tax_cents end as tax,
                   gone.cents as gone, gone.tax_cents as tax_gone
              from payment_share s
              join payment p on p.id = s.payment_id
              left join balance_due b on b.bill_id = p.balance_id and b.state = 'PAID' and b.merchant_order_id = s.merchant_order_id
              join order_line l on l.merchant_order_id = s.merchant_order_id and (b.id is null or b.line_id = l.id)
             cross join lateral (
                   select coalesce(sum(g.cents), 0) as cents, coalesce(sum(g.tax_cents), 0) as tax_cents from (
                     select r.amount_cents as cents, r.tax_cents from refund r where r.line_id = l.id and r.share_id = s.id
                      union all select c.cents, c.tax_cents from substitution_line c where c.line_id = l.id and c.share_id = s.id) g) gone
             where s.merchant_order_id = ?""";

    private static final String IN_ORDER = " order by s.payment_id, s.id, l.line_no";

    @Inject
    private Sql sql;

    /** What a line was paid with and what of it is gone, of one share; several may have paid for one line. */
    private record OfLine(
            long lineId, long shareId, @Nullable Long balanceId, long paid, long tax, long gone, long taxGone) {

        static OfLine of(Row row) throws SQLException {
            return new OfLine(
                    row.number("line_id"),
                    row.number("share_id"),
                    row.numberOrNull("balance_id"),
                    row.number("paid"),
                    row.number("tax"),
                    row.number("gone"),
                    row.number("tax_gone"));
        }

        Purse purse() {
            return new Purse(lineId, balanceId);
        }
    }

    /** What a line paid at one time: with its order, or as its balance. */
    private record Purse(long lineId, @Nullable Long balanceId) {}

    List<GoingBack> whole(long partId) {
        return shares(partId).stream()
                .map(share -> new GoingBack(share, null, share.left(), share.taxLeft()))
                .toList();
    }

    /** Each line within what is left of the share it was paid with: what was given back of nothing in particular is not given twice. */
    List<GoingBack> ofLines(long partId, Collection<Long> lines) {
        return given(
                shares(partId),
                sql.list(LINES + " and l.id = any (?)" + IN_ORDER, OfLine::of, partId, lines.toArray(Long[]::new)));
    }

    private static List<GoingBack> given(List<PaidShare> shares, List<OfLine> lines) {
        Map<Long, Left> left = new LinkedHashMap<>();
        shares.forEach(share -> left.put(share.id(), new Left(share)));
        Map<Purse, Rest> rests = rests(lines);
        List<GoingBack> back = new ArrayList<>();
        for (OfLine line : lines) {
            Left share = left.get(line.shareId());
            Rest rest = Objects.requireNonNull(rests.get(line.purse()));
            if (share != null && share.cents > 0 && rest.cents > 0) {
                back.add(share.give(line.lineId(), rest));
            }
        }
        return back;
    }

    private static Map<Purse, Rest> rests(List<OfLine> lines) {
        Map<Purse, Rest> rests = new HashMap<>();
        for (OfLine line : lines) {
            Rest rest = rests.computeIfAbsent(line.purse(), purse -> new Rest(line.paid(), line.tax()));
            rest.cents -= line.gone();
            rest.tax -= line.taxGone();
        }
        return rests;
    }

    /**
     * Of nothing in particular: the newest payment first, since a card takes back most surely what it paid last.
     *
     * @param wished all that is left where it is null
     * @throws RefundTooLarge when less is left
     */
    List<GoingBack> ofAmount(long partId, @Nullable Long wished) {
        List<PaidShare> shares = new ArrayList<>(shares(partId));
        Collections.reverse(shares);
        long all = shares.stream().mapToLong(PaidShare::left).sum();
        long rest = wished == null ? all : wished;
        if (rest > all) {
            throw new RefundTooLarge(all);
        }
        List<GoingBack> back = new ArrayList<>();
        for (PaidShare share : shares) {
            long cents = Math.min(rest, share.left());
            if (cents > 0) {
                back.add(new GoingBack(share, null, cents, share.taxWithin(cents)));
                rest -= cents;
            }
        }
        return back;
    }

    /** What may still be given back of each line by itself, by its id; zero where nothing is. */
    Map<Long, Long> leftOfLines(long partId) {
        Map<Long, List<OfLine>> byLine = new LinkedHashMap<>();
        sql.list(LINES + IN_ORDER, OfLine::of, partId)
                .forEach(line -> byLine.computeIfAbsent(line.lineId(), id -> new ArrayList<>())
                        .add(line));
        List<PaidShare> shares = shares(partId);
        Map<Long, Long> left = new LinkedHashMap<>();
        byLine.forEach((id, lines) -> left.put(
                id, given(shares, lines).stream().mapToLong(GoingBack::cents).sum()));
        return left;
    }

    /** What a line still has of what it paid, while it is given back share by share. */
    private static final class Rest {

        private long cents;
        private long tax;

        Rest(long cents, long tax) {
            this.cents = cents;
            this.tax = tax;
        }
    }

    /** What is left of a share while its lines are given back one after the other, as the refunds will do it. */
    private static final class Left {

        private final PaidShare share;
        private long cents;
        private long tax;

        Left(PaidShare share) {
            this.share = share;
            cents = share.left();
            tax = share.taxLeft();
        }

        GoingBack give(long line, Rest rest) {
            long given = Math.min(rest.cents, cents);
            long within = Math.min(tax, Math.max(0, Allocation.partOf(rest.tax, given, rest.cents)));
            long taxGiven = given == cents ? tax : within;
            cents -= given;
            tax -= taxGiven;
            rest.cents -= given;
            rest.tax -= taxGiven;
            return new GoingBack(share, line, given, taxGiven);
        }
    }

    private List<PaidShare> shares(long partId) {
        return sql.list(SHARES, PaidShare::of, partId);
    }
}
