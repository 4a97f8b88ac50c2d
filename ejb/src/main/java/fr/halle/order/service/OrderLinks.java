package fr.halle.order.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a customer back the link to an order: it goes to the order's own address and nowhere else, at most every ten minutes.
 * Whether number and address belong together is never answered.
 */
@Stateless
public class OrderLinks {

    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final int LONGEST = 254;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Notifications notifications;

    private record Found(long id, String email, String language) {}

    public void send(long portalId, String number, String email) {
        find(portalId, number, email)
                .ifPresent(order -> notifications.queue(new NewNotification(
                        portalId,
                        Channel.MAIL,
                        NotificationEvent.ORDER_LINK,
                        "order-link:" + order.id() + ":" + clock.instant().getEpochSecond() / BETWEEN.toSeconds(),
                        order.email(),
                        order.language(),
                        order.id(),
                        null,
                        null,
                        null,
                        null,
                        Map.of())));
    }

    private Optional<Found> find(long portalId, String number, String email) {
        if (email.length() > LONGEST) {
            return Optional.empty();
        }
        return OrderNumbers.parse(number)
                .flatMap(parsed -> sql.one(
                        "select id, email, language from customer_order where order_no = ? and portal_id = ?"
                                + " and lower(email) = lower(?)",
                        row -> new Found(row.number("id"), row.text("email"), row.text("language")),
                        parsed.order(),
                        portalId,
                        email.strip()));
    }
}
