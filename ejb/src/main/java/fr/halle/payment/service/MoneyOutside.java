package fr.halle.payment.service;

import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.model.RefundTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The ways out where the provider does not do its part (O16): what the operator brought to its end by another way is written down as
 * done, and what has no order is sent back.
 */
@Stateless
public class MoneyOutside {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private RefundLifecycle refunds;

    @Inject
    private RefundSteps steps;

    @Inject
    private PaymentLifecycle payments;

    @Inject
    private Ledger ledger;

    /**
     * The customer has the money from the operator's own bank, or from the card's, which had taken it back from the provider.
     *
     * @param reference of that transfer
     * @throws fr.halle.shared.model.MoveRefused while the provider is being asked, and once it is refunded
     */
    public void refunded(long refundId, Actor operator, String reference) {
        Refund refund = refunds.lock(refundId);
        refunds.apply(refund, RefundTransition.SETTLE, operator, reference);
        sql.update(
                "update refund set next_check_at = null, last_error = null, outside_reference = ? where id = ?",
                reference,
                refundId);
        String fact = Long.toString(refundId);
        ledger.post(
                refund.takenByBank()
                        ? Postings.refundSucceeded(refund.part(), fact, refund.amountCents())
                        : Postings.refundSettled(refund.part(), fact, refund.amountCents()));
        steps.voidIfNothingIsLeft(refund.paymentId());
    }

    /**
     * A payment without an order was given back at the provider's own page.
     *
     * @throws fr.halle.shared.model.MoveRefused when it is not held any more
     */
    public void givenBack(long paymentId, Actor operator, String reference) {
        payments.apply(paymentId, PaymentTransition.VOID, operator, reference);
    }

    /** The provider is not asked about it any more. */
    public void leftAlone(long paymentId) {
        sql.update("update payment set next_check_at = null where id = ?", paymentId);
    }

    /** Ties a payment to its order where that exists after all; else has the whole of it go back. */
    public void findOrderOrGiveBack(long paymentId) {
        int found = sql.update(
                "update payment p set order_id = o.id, next_check_at = null from customer_order o"
                        + " where p.id = ? and p.order_id is null and o.checkout_id = p.checkout_id and p.return_key is null and not exists"
                        + " (select 1 from payment x where x.order_id = o.id and x.purpose = 'ORDER' and x.state in ('AUTHORISED', 'CAPTURED'))",
                paymentId);
        if (found == 0) {
            sql.update(
                    "update payment set return_key = coalesce(return_key, ?), next_check_at = ? where id = ? and order_id is null"
                            + " and state = 'AUTHORISED'",
                    UUID.randomUUID(),
                    clock.instant(),
                    paymentId);
        }
    }
}
