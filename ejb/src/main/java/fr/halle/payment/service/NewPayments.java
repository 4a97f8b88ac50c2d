package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import jakarta.inject.Inject;

/** What an order's transaction writes of its payment; what comes after the commit is in {@link Payments}. */
@Service
public class NewPayments {

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private PaymentLifecycle lifecycle;

    /**
     * Writes down, with the other statements of {@code pipeline}, what an order's customer is to pay. The provider is asked for it
     * after the commit by {@link Payments#refresh}.
     *
     * @param returnBase scheme, host and port the customer came by
     */
    public PaymentRow open(Pipeline pipeline, PaymentRow.Order order, String returnBase) {
        PaymentRow payment = PaymentRow.of(order, ids.next(), PaymentMethod.CARD, returnBase);
        payment.insert(pipeline, clock.instant());
        return payment;
    }

    /**
     * Writes down an accepted payment that needs no page, in the caller's transaction and together with the statements of
     * {@code pipeline}, which are run here: nothing is due, or the load test pays.
     *
     * @param method INSTANT or FREE
     * @param known see {@link PaymentMove#known}
     */
    public PaymentRow acceptAtOnce(
            Pipeline pipeline, PaymentRow.Order order, PaymentMethod method, String returnBase, Object known) {
        PaymentRow payment = PaymentRow.of(order, ids.next(), method, returnBase);
        if (method == PaymentMethod.FREE) {
            lifecycle.applyAtOnce(payment, PaymentTransition.CAPTURE, Actor.SYSTEM, null, pipeline, known);
        } else {
            String providerId = InstantProvider.nameOf(payment.key());
            lifecycle.applyAtOnce(payment, PaymentTransition.AUTHORISE, Actor.PROVIDER, providerId, pipeline, known);
        }
        return payment;
    }
}
