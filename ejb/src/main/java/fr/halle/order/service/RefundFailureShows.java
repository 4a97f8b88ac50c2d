package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.payment.model.RefundTransition;
import fr.halle.payment.service.Patience;
import fr.halle.payment.service.RefundMoved;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A refund that the provider refuses again and again puts its part in ERROR, where the operator looks (M41, O16). */
@ApplicationScoped
public class RefundFailureShows {

    @Inject
    private Sql sql;

    @Inject
    private MerchantOrderLifecycle parts;

    private record Failing(long partId, MerchantOrderState state, int failures, String error) {}

    void onMove(@Observes RefundMoved event) {
        if (event.transition() != RefundTransition.FAIL) {
            return;
        }
        Failing refund = sql.one(
                        "select m.id, m.state, r.failures, coalesce(r.last_error, '') as error"
                                + " from refund r join merchant_order m on m.id = r.merchant_order_id where r.id = ?",
                        row -> new Failing(
                                row.number("id"),
                                row.constant("state", MerchantOrderState.class),
                                row.integer("failures"),
                                row.text("error")),
                        event.refundId())
                .orElseThrow();
        boolean canFail = MerchantOrderTransition.FAIL.isOpenTo(refund.state(), Actor.SYSTEM.kind());
        if (refund.failures() >= Patience.VISIBLE_FAILURES && canFail) {
            parts.apply(
                    refund.partId(),
                    MerchantOrderTransition.FAIL,
                    Actor.SYSTEM,
                    "refund " + event.refundId() + ": " + refund.error());
        }
    }
}
