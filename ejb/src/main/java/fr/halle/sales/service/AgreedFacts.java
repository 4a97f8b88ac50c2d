package fr.halle.sales.service;

import fr.halle.order.service.LinesCancelled;
import fr.halle.order.service.MerchantOrderMoved;
import fr.halle.payment.model.PaymentPurpose;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.service.PaymentMove;
import fr.halle.payment.service.RefundMoved;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * What a request's accepted quotes are worth and what of that is paid: facts that its stage follows from (S13–S15), counted again
 * from quotes, lines and shares whenever one of them changes, and never added up by hand.
 */
@Service
public class AgreedFacts {

    /** Counts again. What was cancelled is no longer agreed; what went back is no longer paid. */
    static final String COUNT = """
            update sales_request r set accepted_at = f.accepted_at, agreed_cents = f.agreed, paid_cents = f.paid
              from (select min(q.accepted_at) as accepted_at,
                           coalesce(sum(case when q.order_id is null then q.agreed_cents else o.agreed end), 0) as agreed, coalesce(sum(o.paid), 0) as paid
                      from quote q
                      left join lateral (select
                             (select coalesce(sum(l.total_cents), 0) from merchant_order m join order_line l on l.merchant_order_id = m.id
                               where m.order_id = q.order_id and m.state <> 'CANCELLED' and l.state = 'CONFIRMED') as agreed,
                             (select coalesce(sum(s.gross_cents - s.refunded_cents), 0) from merchant_order m join payment_share s on s.merchant_order_id = m.id
                                join payment p on p.id = s.payment_id where m.order_id = q.order_id and p.state <> 'VOIDED') as paid) o on true
                     where q.request_id = %1$s and q.state = 'ACCEPTED') f
             where r.id = %1$s""";

    private static final String OF_ORDER = "(select request_id from quote where order_id = ?)";
    private static final String OF_PART =
            "(select q.request_id from quote q join merchant_order m on m.order_id = q.order_id where m.id = ?)";

    @Inject
    private Sql sql;

    /** Counts again after what {@code writes} will write. */
    void count(Pipeline writes, long requestId) {
        writes.update(String.format(COUNT, "?"), requestId, requestId);
    }

    void quoteMoved(@Observes QuoteMoved move) {
        sql.update(String.format(COUNT, "?"), move.requestId(), move.requestId());
    }

    /** The balance's share is among what the payment writes: counted after it. */
    void paid(@Observes PaymentMove move) {
        Long order = move.payment().orderId();
        if (order != null
                && move.payment().purpose() == PaymentPurpose.BALANCE
                && move.transition() == PaymentTransition.AUTHORISE) {
            move.writes().end().update(String.format(COUNT, OF_ORDER), order, order);
        }
    }

    void partMoved(@Observes MerchantOrderMoved move) {
        if (move.transition().isCancellation()) {
            countOfPart(move.partId());
        }
    }

    void linesCancelled(@Observes LinesCancelled cancelled) {
        countOfPart(cancelled.partId());
    }

    void refunded(@Observes RefundMoved moved) {
        long part = sql.number("select merchant_order_id from refund where id = ?", moved.refundId());
        countOfPart(part);
    }

    private void countOfPart(long partId) {
        sql.update(String.format(COUNT, OF_PART), partId, partId);
    }
}
