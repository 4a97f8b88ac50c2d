package fr.halle.order.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.service.PaymentMove;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merchant learns, in its account's language, what others did to its part: the operator cancelled it in its name, since the
 * relation with the customer is the merchant's (K18, O01, O08); the customer paid a balance, or let its day pass (M51), or contests what
 * was paid (M15).
 */
@Service
public class MerchantIsTold {

    private static final String ADDRESSEE =
            "select p.id, p.portal_id, p.merchant_id, p.order_id, p.number, m.email, l.language"
                    + " from merchant_order p join merchant m on m.id = p.merchant_id"
                    + " join merchant_language l on l.merchant_id = m.id where p.id = ";

    @Inject
    private Sql sql;

    @Inject
    private Notifications notifications;

    private record Addressee(
            long partId, long portalId, long merchantId, long orderId, String number, String email, String language) {}

    void onMove(@Observes MerchantOrderMoved event) {
        if (!event.transition().isCancellation()
                || event.replaced()
                || event.actor().kind() != Actor.Kind.OPERATOR) {
            return;
        }
        Addressee to = addressee("?", event.partId());
        Map<String, String> data = new HashMap<>(event.told());
        data.put("by", event.actor().name());
        tell(to, NotificationEvent.PART_CANCELLED_ON_BEHALF, "cancelled-for:" + to.number(), null, data);
    }

    void onLines(@Observes LinesCancelled event) {
        if (event.replaced() || event.actor().kind() != Actor.Kind.OPERATOR) {
            return;
        }
        Addressee to = addressee("?", event.partId());
        Map<String, String> data = new HashMap<>(event.told());
        data.put("by", event.actor().name());
        String key = "lines-cancelled-for:" + to.number() + ":" + data.get("lines");
        tell(to, NotificationEvent.LINES_CANCELLED_ON_BEHALF, key, null, data);
    }

    void onRefund(@Observes RefundGiven event) {
        if (event.actor().kind() != Actor.Kind.OPERATOR) {
            return;
        }
        tell(
                addressee("?", event.partId()),
                NotificationEvent.REFUNDED_ON_BEHALF,
                "refunded-for:" + event.refundId(),
                null,
                Map.of(
                        "by",
                        event.actor().name(),
                        "amountCents",
                        Long.toString(event.cents()),
                        "reason",
                        event.reason()));
    }

    void onBalance(@Observes BalanceMoved event) {
        if (event.transition() == BalanceDueTransition.PAY) {
            tell(event, NotificationEvent.BALANCE_RECEIVED, "balance-received:");
        }
        if (event.transition() == BalanceDueTransition.MISS) {
            tell(event, NotificationEvent.BALANCE_MISSED, "balance-missed:");
        }
    }

    /** Each merchant of whose part something is left of it. */
    void onPayment(@Observes PaymentMove move) {
        if (move.transition() == PaymentTransition.DISPUTE) {
            tell(move.payment().id(), NotificationEvent.PAYMENT_DISPUTED);
        }
        if (move.transition() == PaymentTransition.WIN_DISPUTE || move.transition() == PaymentTransition.RESUME) {
            tell(move.payment().id(), NotificationEvent.DISPUTE_WON);
        }
    }

    private void tell(long paymentId, NotificationEvent news) {
        long before = sql.number(
                "select count(*) from payment_move where payment_id = ? and transition = ?",
                paymentId,
                PaymentTransition.DISPUTE);
        sql.list(
                        "select merchant_order_id, gross_cents - refunded_cents as cents from payment_share where payment_id = ?"
                                + " and gross_cents > refunded_cents order by id",
                        row -> Map.entry(row.number("merchant_order_id"), row.number("cents")),
                        paymentId)
                .forEach(share -> tell(
                        addressee("?", share.getKey()),
                        news,
                        news + ":" + share.getKey() + ":" + paymentId + ":" + before,
                        null,
                        Map.of("amountCents", Long.toString(share.getValue()))));
    }

    /** Once for all the lines of its part that are of one bill. */
    private void tell(BalanceMoved event, NotificationEvent news, String key) {
        long balance = event.balanceId();
        Addressee to = addressee("(select merchant_order_id from balance_due where id = ?)", balance);
        long bill = sql.number("select bill_id from balance_due where id = ?", balance);
        tell(to, news, key + bill + ":" + to.partId(), balance, Map.of());
    }

    private void tell(
            Addressee to, NotificationEvent event, String key, @Nullable Long subjectId, Map<String, String> data) {
        notifications.queue(new NewNotification(
                to.portalId(),
                Channel.MAIL,
                event,
                key,
                to.email(),
                to.language(),
                to.orderId(),
                to.partId(),
                null,
                subjectId,
                to.merchantId(),
                data));
    }

    private Addressee addressee(String part, long id) {
        return sql.one(
                        ADDRESSEE + part,
                        row -> new Addressee(
                                row.number("id"),
                                row.number("portal_id"),
                                row.number("merchant_id"),
                                row.number("order_id"),
                                row.text("number"),
                                row.text("email"),
                                row.text("language")),
                        id)
                .orElseThrow();
    }
}
