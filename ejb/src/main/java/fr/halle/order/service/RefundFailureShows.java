package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.payment.model.RefundTransition;
import fr.halle.payment.service.Patience;
import fr.halle.payment.service.RefundMoved;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * A refund that the provider refuses again and again puts its part in ERROR, where the operator looks (M41, O16). Once it succeeds
 * after all, the part goes back to where it was.
 */
@Service
public class RefundFailureShows {

    @Inject
    private Sql sql;

    @EJB
    private MerchantOrderLifecycle parts;

    private record Failing(
            long partId,
            MerchantOrderState state,
            @Nullable String before,
            @Nullable String cause,
            int failures,
            String error) {}

    void onMove(@Observes RefundMoved event) {
        if (event.transition() == RefundTransition.FAIL) {
            failed(read(event.refundId()), event.refundId());
        }
        if (event.transition() == RefundTransition.SUCCEED || event.transition() == RefundTransition.SETTLE) {
            succeeded(read(event.refundId()), event.refundId());
        }
    }

    private void failed(Failing refund, long refundId) {
        boolean canFail = MerchantOrderTransition.FAIL.isOpenTo(refund.state(), Actor.SYSTEM.kind());
        if (refund.failures() >= Patience.VISIBLE_FAILURES && canFail) {
            parts.apply(refund.partId(), MerchantOrderTransition.FAIL, Actor.SYSTEM, cause(refundId) + refund.error());
        }
    }

    private void succeeded(Failing refund, long refundId) {
        boolean ours = refund.cause() != null && refund.cause().startsWith(cause(refundId));
        if (refund.state() == MerchantOrderState.ERROR && ours && refund.before() != null) {
            MerchantOrderState before = MerchantOrderState.valueOf(refund.before());
            parts.apply(refund.partId(), MerchantOrderTransition.resume(before), Actor.SYSTEM, null);
        }
    }

    private static String cause(long refundId) {
        return "refund " + refundId + ": ";
    }

    private Failing read(long refundId) {
        return sql.one(
                        "select m.id, m.state, m.state_before_error, m.error_cause, r.failures, coalesce(r.last_error, '') as error"
                                + " from refund r join merchant_order m on m.id = r.merchant_order_id where r.id = ?",
                        row -> new Failing(
                                row.number("id"),
                                row.constant("state", MerchantOrderState.class),
                                row.textOrNull("state_before_error"),
                                row.textOrNull("error_cause"),
                                row.integer("failures"),
                                row.text("error")),
                        refundId)
                .orElseThrow();
    }
}
