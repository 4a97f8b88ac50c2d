package fr.halle.operation.service;

import fr.halle.notification.service.NotificationsBuried;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.service.MerchantOrderMoved;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.service.PaymentMove;
import fr.halle.payment.service.PaymentTroubled;
import fr.halle.payment.service.RefundMoved;
import fr.halle.payout.service.PayoutMoved;
import fr.halle.shared.model.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears of trouble from those who meet it, in their transaction. What goes well costs no statement here. */
@Service
public class TroubleWatch {

    @Inject
    private Troubles troubles;

    void refund(@Observes RefundMoved event) {
        switch (event.transition()) {
            case FAIL -> troubles.look(TroubleCause.REFUND_REFUSED, event.refundId(), "");
            case SUCCEED, SETTLE ->
                troubles.solved(event.refundId(), TroubleCause.REFUND_REFUSED, TroubleCause.REFUND_SILENT);
            case SEND, TIME_OUT, RETRY -> {
                // Under way: whether it brings anything shows with the next answer.
            }
        }
    }

    void payment(@Observes PaymentTroubled event) {
        TroubleCause cause = switch (event.kind()) {
            case NOT_GIVEN_BACK -> TroubleCause.PAYMENT_WITHOUT_ORDER;
            case ANOTHER_AMOUNT -> TroubleCause.PAYMENT_AMOUNT;
            case DISPUTED -> TroubleCause.PAYMENT_DISPUTED;
        };
        troubles.look(cause, event.paymentId(), event.words());
    }

    void payment(@Observes PaymentMove move) {
        if (move.transition() == PaymentTransition.VOID) {
            troubles.solved(move.payment().id(), TroubleCause.PAYMENT_WITHOUT_ORDER, TroubleCause.PAYMENT_AMOUNT);
        }
    }

    void payout(@Observes PayoutMoved event) {
        switch (event.transition()) {
            case PAY, RETURN, FAIL -> troubles.solved(event.payoutId(), TroubleCause.PAYOUT_SILENT);
            case SEND, TIME_OUT, RETRY -> {
                // Under way: whether it is known shows with the next answer.
            }
        }
    }

    void messages(@Observes NotificationsBuried event) {
        event.ids().forEach(id -> troubles.look(TroubleCause.MERCHANT_MAIL, id, ""));
    }

    /** A part that left ERROR is in none any more; why it fell is looked at by whoever let it fall, and by the clock. */
    void part(@Observes MerchantOrderMoved event) {
        if (event.transition().from().equals(MerchantOrderTransition.CANCEL_ERROR.from())) {
            troubles.solved(event.partId(), TroubleCause.OTHER);
        }
    }
}
