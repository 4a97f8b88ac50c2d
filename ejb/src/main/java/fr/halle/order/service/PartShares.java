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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is still the customer's to get back of a part, whole or by its lines. A payment that brought no money gives none. */
@Service
class PartShares {

    private static final String SHARES = """
            select s.id, s.gross_cents, s.fee_cents, s.tax_cents, s.refunded_cents, s.tax_returned_cents, p.purpose, p.provider_id
              from payment_share s join payment p on p.id = s.payment_id
             where s.merchant_order_id = ? and s.gross_cents > s.refunded_cents and p.state in ('AUTHORISED', 'CAPTURED')
             order by s.payment_id, s.id
            """;

    /** A line is paid for with its order, but for its balance, which is paid later, with the other lines of its bill. */
    private static final String LINES = """
            select l.id as line_id, s.id as share_id,
                   case when b.id is null then l.due_now_cents else b.amount_cents end
                     - (select coalesce(sum(r.amount_cents), 0) from refund r where r.line_id = l.id and r.share_id = s.id) as cents,
                   case when b.id is null then l.tax_cents - (select coalesce(sum(x.tax_cents), 0) from balance_due x where x.line_id = l.id)
                        else b.tax_cents end
                     - (select coalesce(sum(r.tax_cents), 0) from refund r where r.line_id = l.id and r.share_id = s.id) as tax_cents
              from payment_share s
              join payment p on p.id = s.payment_id
              left join balance_due b on b.bill_id = p.balance_id and b.state = 'PAID'
              join order_line l on l.merchant_order_id = s.merchant_order_id and (p.balance_id is null or b.line_id = l.id)
             where s.merchant_order_id = ?""";

    private static final String IN_ORDER = " order by s.payment_id, s.id, l.line_no";

    @Inject
    private Sql sql;

    private record OfLine(long lineId, long shareId, long cents, long tax) {

        static OfLine of(Row row) throws SQLException {
            return new OfLine(
                    row.number("line_id"), row.number("share_id"), row.number("cents"), row.number("tax_cents"));
        }
    }

    List<GoingBack> whole(long partId) {
        return shares(partId).stream()
                .map(share -> new GoingBack(share, null, share.left(), share.taxLeft()))
                .toList();
    }

    /** Each line within what is left of the share it was paid with: what was given back of nothing in particular is not given twice. */
    List<GoingBack> ofLines(long partId, Collection<Long> lines) {
        Map<Long, Left> left = new LinkedHashMap<>();
        shares(partId).forEach(share -> left.put(share.id(), new Left(share)));
        List<GoingBack> back = new ArrayList<>();
        for (OfLine line :
                sql.list(LINES + " and l.id = any (?)" + IN_ORDER, OfLine::of, partId, lines.toArray(Long[]::new))) {
            Left share = left.get(line.shareId());
            if (share != null && share.cents > 0 && line.cents() > 0) {
                back.add(share.give(line));
            }
        }
        return back;
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

    /** What may still be given back of each line, by its id; zero where nothing is. */
    Map<Long, Long> leftOfLines(long partId) {
        Map<Long, Long> shares = new LinkedHashMap<>();
        shares(partId).forEach(share -> shares.put(share.id(), share.left()));
        Map<Long, Long> left = new LinkedHashMap<>();
        for (OfLine line : sql.list(LINES + IN_ORDER, OfLine::of, partId)) {
            long cents = Math.max(0, Math.min(line.cents(), shares.getOrDefault(line.shareId(), 0L)));
            left.merge(line.lineId(), cents, Long::sum);
        }
        return left;
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

        GoingBack give(OfLine line) {
            long given = Math.min(line.cents(), cents);
            long within = Math.min(tax, Math.max(0, Allocation.partOf(line.tax(), given, line.cents())));
            long taxGiven = given == cents ? tax : within;
            cents -= given;
            tax -= taxGiven;
            return new GoingBack(share, line.lineId(), given, taxGiven);
        }
    }

    private List<PaidShare> shares(long partId) {
        return sql.list(SHARES, PaidShare::of, partId);
    }
}
