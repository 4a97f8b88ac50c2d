package fr.halle.notification.service;

import fr.halle.identity.service.Audit;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.model.NotificationState;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sending again: what died, by its own row; what was sent, as a new one that tells the facts of today (M17, C27). Each is written
 * in the audit.
 */
@Stateless
public class Resends {

    private static final String AGAIN = ":again:";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Audit audit;

    @Inject
    private NotificationLifecycle lifecycle;

    @Inject
    private Notifications notifications;

    @Inject
    private Event<NotificationsQueued> queued;

    @Inject
    private Messages messages;

    private record Customer(
            long orderId, long portalId, String email, String language, String number, long merchantId) {}

    /**
     * @param portalId the operator's only portal, null for all
     * @throws MessageUnknown when it is not the actor's
     * @throws fr.halle.shared.model.MoveRefused when it is still waiting
     */
    public void one(Actor actor, @Nullable Long portalId, long id) {
        Message message =
                messages.body(actor, portalId, id).map(Message.Body::message).orElseThrow(MessageUnknown::new);
        if (message.state() == NotificationState.SENT) {
            copy(List.of(id));
        } else {
            lifecycle.resend(id, actor);
        }
        audit.write(actor, "message_resent", subject(message), message.event());
    }

    /** Sends the customer's confirmations of a part again, one per prestation (M17). @return how many */
    public int confirmations(Actor actor, long partId) {
        Customer customer = customer(actor, partId);
        List<Long> sent = sql.list(
                "select id from notification where merchant_order_id = ? and event = ? and channel = 'MAIL' and state = 'SENT'"
                        + " and key not like '%" + AGAIN + "%' order by id",
                row -> row.number("id"),
                partId,
                NotificationEvent.ORDER_LINE_CONFIRMED);
        copy(sent);
        audit.write(actor, "confirmations_resent", customer.number(), Integer.toString(sent.size()));
        return sent.size();
    }

    /** Sends the customer the whole order in one mail (C28, M19). */
    public void recap(Actor actor, long partId) {
        Customer customer = customer(actor, partId);
        notifications.queue(new NewNotification(
                customer.portalId(),
                Channel.MAIL,
                NotificationEvent.ORDER_RECAP,
                "recap:" + customer.number() + ":" + ids.next(),
                customer.email(),
                customer.language(),
                customer.orderId(),
                null,
                null,
                null,
                customer.merchantId(),
                Map.of()));
        audit.write(actor, "recap_sent", customer.number(), "");
    }

    private Customer customer(Actor actor, long partId) {
        return sql.one(
                        "select m.order_id, m.portal_id, m.number, m.merchant_id, o.email, o.language from merchant_order m"
                                + " join customer_order o on o.id = m.order_id where m.id = ?",
                        row -> new Customer(
                                row.number("order_id"),
                                row.number("portal_id"),
                                row.text("email"),
                                row.text("language"),
                                row.text("number"),
                                row.number("merchant_id")),
                        partId)
                .filter(found ->
                        actor.kind() == Actor.Kind.OPERATOR || Objects.equals(actor.merchantId(), found.merchantId()))
                .orElseThrow(MessageUnknown::new);
    }

    private void copy(List<Long> sent) {
        List<Long> copies = new ArrayList<>();
        for (Long id : sent) {
            long copy = ids.next();
            sql.update(
                    "insert into notification (id, portal_id, channel, event, key, recipient, language, order_id,"
                            + " merchant_order_id, line_id, subject_id, merchant_id, data, state, created_at, next_try_at)"
                            + " select ?, portal_id, channel, event, key || ?, recipient, language, order_id,"
                            + " merchant_order_id, line_id, subject_id, merchant_id, data, 'QUEUED', ?, ? from notification where id = ?",
                    copy,
                    AGAIN + copy,
                    clock.instant(),
                    clock.instant(),
                    id);
            copies.add(copy);
        }
        if (!copies.isEmpty()) {
            queued.fire(new NotificationsQueued(copies));
        }
    }

    private static String subject(Message message) {
        return Objects.requireNonNullElse(message.number(), Long.toString(message.id()));
    }
}
