package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.model.PaymentState;
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
    private PaymentAnswers answers;

    /**
     * Writes down, with the other statements of {@code pipeline}, what an order's customer is to pay. The provider is asked for it
     * after the commit by {@link Payments#refresh}, or at once by {@link #acceptAtOnce}.
     *
     * @param returnBase scheme, host and port the customer came by
     */
    public PaymentRow open(Pipeline pipeline, PaymentRow.Order order, PaymentMethod method, String returnBase) {
        PaymentRow payment = PaymentRow.of(order, ids.next(), method, returnBase);
        payment.insert(pipeline, clock.instant());
        return payment;
    }

    /**
     * Accepts a payment that needs no page, in the caller's transaction and together with the statements of {@code pipeline}, which
     * write it and are run here: nothing is due, or the load test pays.
     *
     * @param payment by method INSTANT or FREE
     * @param known see {@link PaymentMove#known}
     */
    public PaymentState acceptAtOnce(Pipeline pipeline, PaymentRow payment, Object known) {
        String providerId = payment.method() == PaymentMethod.FREE ? null : InstantProvider.nameOf(payment.key());
        return answers.atOnce(pipeline, payment, providerId, known);
    }
}
