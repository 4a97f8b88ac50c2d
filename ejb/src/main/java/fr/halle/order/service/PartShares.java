package fr.halle.order.service;

import fr.halle.shared.model.Allocation;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is still the customer's to get back of a part, whole or by its lines. A payment that brought no money gives none. */
@Service
class PartShares {

    private static final String SHARES = """
            select s.id, s.gross_cents, s.fee_cents, s.tax_cents, s.refunded_cents, s.tax_returned_cents, p.purpose, p.provider_id
              from payment_share s join payment p on p.id = s.payment_id
             where s.merchant_order_id = ? and s.gross_cents > s.refunded_cents and p.state in ('AUTHORISED', 'CAPTURED')
             order by s.payment_id, s.id
            """;

    /** A line is paid for with its order, but for its balance, which has a payment of its own. */
    private static final String LINES = """
            select l.id as line_id, s.id as share_id,
                   case when b.id is null then l.due_now_cents else b.amount_cents end
                     - (select coalesce(sum(r.amount_cents), 0) from refund r where r.line_id = l.id and r.share_id = s.id) as cents,
                   case when b.id is null then l.tax_cents - (select coalesce(sum(x.tax_cents), 0) from balance_due x where x.line_id = l.id)
                        else b.tax_cents end
                     - (select coalesce(sum(r.tax_cents), 0) from refund r where r.line_id = l.id and r.share_id = s.id) as tax_cents
              from payment_share s
              join payment p on p.id = s.payment_id
              left join balance_due b on b.id = p.balance_id
              join order_line l on l.merchant_order_id = s.merchant_order_id and (b.id is null or b.line_id = l.id)
             where s.merchant_order_id = ? and l.id = any (?)
             order by s.payment_id, s.id, l.line_no
            """;

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
        Map<Long, PaidShare> shares = new LinkedHashMap<>();
        Map<Long, Long> left = new LinkedHashMap<>();
        shares(partId).forEach(share -> {
            shares.put(share.id(), share);
            left.put(share.id(), share.left());
        });
        List<GoingBack> back = new ArrayList<>();
        for (OfLine line : sql.list(LINES, OfLine::of, partId, lines.toArray(Long[]::new))) {
            PaidShare share = shares.get(line.shareId());
            long cents = share == null ? 0 : Math.min(line.cents(), left.getOrDefault(line.shareId(), 0L));
            if (share != null && cents > 0) {
                left.merge(line.shareId(), -cents, Long::sum);
                long tax = Math.max(0, Allocation.partOf(line.tax(), cents, line.cents()));
                back.add(new GoingBack(share, line.lineId(), cents, tax));
            }
        }
        return back;
    }

    private List<PaidShare> shares(long partId) {
        return sql.list(SHARES, PaidShare::of, partId);
    }
}
