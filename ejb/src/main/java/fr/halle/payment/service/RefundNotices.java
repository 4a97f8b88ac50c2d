package fr.halle.payment.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.payment.model.RefundTransition;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** The customer is told that money is on its way to the bank (C15). */
@Service
public class RefundNotices {

    @Inject
    private Sql sql;

    @Inject
    private Notifications notifications;

    /** Of a payment that is disputed as a whole nothing is on its way any more. */
    void onMove(@Observes RefundMoved event) {
        if (event.transition() != RefundTransition.SUCCEED && event.transition() != RefundTransition.SETTLE) {
            return;
        }
        sql.list(
                        "select m.portal_id, m.order_id, m.id as part_id, m.merchant_id, r.line_id, o.email, o.language"
                                + " from refund r join payment p on p.id = r.payment_id join merchant_order m on m.id = r.merchant_order_id"
                                + " join customer_order o on o.id = m.order_id where r.id = ? and ("
                                + Refund.TAKEN_BY_BANK + ") is not true",
                        row -> new NewNotification(
                                row.number("portal_id"),
                                Channel.MAIL,
                                NotificationEvent.REFUND_SUCCEEDED,
                                "refunded:" + event.refundId(),
                                row.text("email"),
                                row.text("language"),
                                row.number("order_id"),
                                row.number("part_id"),
                                row.numberOrNull("line_id"),
                                event.refundId(),
                                row.number("merchant_id"),
                                Map.of()),
                        event.refundId())
                .forEach(notifications::queue);
    }
}
