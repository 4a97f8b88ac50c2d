package fr.halle.payout.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.payout.model.PayoutTransition;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** The merchant is told that money left for its bank (T04), and that it came back: a wrong IBAN is its own to mend. */
@Service
public class PayoutNotices {

    @Inject
    private Sql sql;

    @Inject
    private Notifications notifications;

    void onMove(@Observes PayoutMoved event) {
        if (event.transition() == PayoutTransition.PAY) {
            tell(event, NotificationEvent.PAYOUT_SENT, "payout:");
        }
        if (event.transition() == PayoutTransition.RETURN) {
            tell(event, NotificationEvent.PAYOUT_RETURNED, "payout-returned:");
        }
    }

    private void tell(PayoutMoved event, NotificationEvent news, String key) {
        sql.list(
                        "select p.portal_id, p.reference, p.merchant_id, m.email, l.language from payout p join merchant m on m.id = p.merchant_id join merchant_language l on l.merchant_id = m.id where p.id = ?",
                        row -> new NewNotification(
                                row.number("portal_id"),
                                Channel.MAIL,
                                news,
                                key + row.text("reference"),
                                row.text("email"),
                                row.text("language"),
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
