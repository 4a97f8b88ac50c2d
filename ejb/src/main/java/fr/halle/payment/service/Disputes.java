package fr.halle.payment.service;

import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Payments that their cardholders contest. The bank has its money back from the platform already, so nothing more of the payment is
 * collected or released. Lost, its parts are cancelled or refunded as ever, which takes the money back from the merchants and, where the
 * bank has all of it, gives it to no card a second time ({@link Refund#takenByBank}); won, the operator says so, and it goes on.
 */
@Service
public class Disputes {

    private static final Logger LOG = Logger.getLogger(Disputes.class.getName());

    private static final String TAKEN = """
            update payment p set disputed_cents = ?, disputed_whole = ?::bigint + (select coalesce(sum(r.amount_cents), 0) from refund r
                   where r.payment_id = p.id and r.state = 'SUCCEEDED') >= p.amount_cents
             where p.id = ?""";

    @Inject
    private Sql sql;

    @Inject
    private Providers providers;

    @Inject
    private Transactions transactions;

    @Inject
    private PaymentLifecycle lifecycle;

    @Inject
    private CaptureSteps steps;

    @EJB
    private Payments payments;

    @Inject
    private Event<PaymentTroubled> troubled;

    /**
     * @throws IllegalStateException when the provider does not say what became of the dispute, or of its payment: the notification is
     *     handled again by the clock
     */
    void told(@Observes ProviderToldUs event) {
        if (event.reference().kind() != ProviderReference.Kind.DISPUTE) {
            return;
        }
        ProviderAnswer<ProviderDispute> answer =
                providers.main().fetchDispute(event.reference().id());
        if (!(answer instanceof Success<ProviderDispute> known)) {
            throw new IllegalStateException("Dispute " + event.reference().id() + ": " + answer);
        }
        ProviderDispute dispute = known.value();
        payments.byProviderId(dispute.paymentId()).ifPresent(payment -> {
            // It may have been paid and contested before we heard of either.
            payments.look(payment);
            transactions.inNew(() -> contested(payment, dispute));
        });
    }

    /** Once for each dispute: one that is over may be told of again, and late. */
    private PaymentState contested(long paymentId, ProviderDispute dispute) {
        PaymentRow payment = PaymentRow.lock(sql, paymentId);
        boolean heard = sql.number(
                        "select count(*) from payment_move where payment_id = ? and transition = ? and split_part(detail, ' ', 1) = ?",
                        paymentId,
                        PaymentTransition.DISPUTE,
                        dispute.id())
                > 0;
        boolean held = payment.state() == PaymentState.AUTHORISED || payment.state() == PaymentState.CAPTURED;
        if (dispute.takenCents() > 0 && (payment.isOpen() || payment.isGivenUp())) {
            throw new IllegalStateException("Payment " + paymentId + " is disputed, and not known to be paid");
        }
        if (heard || dispute.takenCents() == 0) {
            return payment.state();
        }
        if (!held) {
            LOG.log(
                    Level.WARNING,
                    "Payment {0} is {1}, and its bank has taken {2} cents all the same: {3}",
                    new Object[] {paymentId, payment.state(), dispute.takenCents(), dispute.id()});
            return payment.state();
        }
        sql.update(TAKEN, dispute.takenCents(), dispute.takenCents(), paymentId);
        steps.giveBackUnasked(paymentId);
        PaymentState state = lifecycle.apply(
                payment, PaymentTransition.DISPUTE, Actor.PROVIDER, dispute.id() + " " + dispute.reason());
        troubled.fire(new PaymentTroubled(paymentId, PaymentTroubled.Kind.DISPUTED, dispute.reason()));
        return state;
    }
}
