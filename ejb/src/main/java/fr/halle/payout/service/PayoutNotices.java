package fr.halle.payout.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.payout.model.PayoutTransition;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** The merchant is told that money left for its bank (T04). */
@ApplicationScoped
public class PayoutNotices {

    @Inject
    private Sql sql;

    @Inject
    private Notifications notifications;

    void onMove(@Observes PayoutMoved event) {
        if (event.transition() != PayoutTransition.PAY) {
            return;
        }
        sql.list(
                        "select p.portal_id, p.reference, p.merchant_id, m.email from payout p join merchant m on m.id = p.merchant_id where p.id = ?",
                        row -> new NewNotification(
                                row.number("portal_id"),
                                Channel.MAIL,
                                NotificationEvent.PAYOUT_SENT,
                                "payout:" + row.text("reference"),
                                row.text("email"),
                                "fr",
                                null,
                                null,
                                null,
                                event.payoutId(),
                                row.number("merchant_id"),
                                Map.of()),
                        event.payoutId())
                .forEach(notifications::queue);
    }
}
