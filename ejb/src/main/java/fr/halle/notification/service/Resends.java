package fr.halle.notification.service;

import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.model.NotificationSettings;
import fr.halle.notification.model.NotificationState;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sending again: what died, by its own row; what was sent, as a new one that tells the facts of today (M17, C27). Each is written
 * in the audit, and none soon after the other: the inbox is the customer's. Whoever only reads is refused
 * ({@link fr.halle.shared.model.NotAllowed}).
 */
@Stateless
public class Resends {

    private static final String AGAIN = ":again:";

    /** What a customer gets again of a part: that it is confirmed, or that it is no more. */
    private static final List<NotificationEvent> CONFIRMED =
            List.of(NotificationEvent.ORDER_LINE_CONFIRMED, NotificationEvent.ORDER_REPLACED);

    private static final List<NotificationEvent> CANCELLED =
            List.of(NotificationEvent.PART_CANCELLED, NotificationEvent.REFUND_SUCCEEDED);

    /** K12: several prestations, a change since the first mails, or one of them that died. */
    private static final String RECAP_IS_USEFUL = """
            select case when (select count(*) from order_line l join merchant_order m on m.id = l.merchant_order_id where m.order_id = o.id) > 1
                or exists (select from merchant_order m where m.order_id = o.id and m.state = 'CANCELLED')
                or exists (select from refund r join merchant_order m on m.id = r.merchant_order_id where m.order_id = o.id)
                or exists (select from balance_due b where b.order_id = o.id and b.state = 'PAID')
                or exists (select from notification n where n.order_id = o.id and n.event = 'ORDER_LINE_CONFIRMED' and n.state = 'DEAD')
                then 1 else 0 end from customer_order o where o.id = ?""";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Audit audit;

    @EJB
    private Accounts accounts;

    @Inject
    private Portals portals;

    @Inject
    private ResendPace pace;

    @Inject
    private NotificationLifecycle lifecycle;

    @Inject
    private Notifications notifications;

    @Inject
    private Event<NotificationsQueued> queued;

    @EJB
    private Messages messages;

    private record Customer(
            long partId,
            long orderId,
            long portalId,
            String email,
            String language,
            String number,
            long merchantId,
            boolean cancelled) {

        static Customer of(Row row) throws SQLException {
            return new Customer(
                    row.number("id"),
                    row.number("order_id"),
                    row.number("portal_id"),
                    row.text("email"),
                    row.text("language"),
                    row.text("number"),
                    row.number("merchant_id"),
                    row.text("state").equals("CANCELLED"));
        }

        List<NotificationEvent> events() {
            return cancelled ? CANCELLED : CONFIRMED;
        }
    }

    private record Told(long id, boolean dead) {}

    /** What last asked for a bill. */
    private record Asked(long billId, long messageId, NotificationEvent event) {

        static Asked of(Row row) throws SQLException {
            return new Asked(row.number("bill_id"), row.number("id"), row.constant("event", NotificationEvent.class));
        }
    }

    /**
     * @param portalId the operator's only portal, null for all
     * @throws MessageUnknown when it is not the actor's
     * @throws SentJustNow when it was sent again a moment ago
     * @throws fr.halle.shared.model.MoveRefused when it is still waiting
     */
    public void one(Actor actor, @Nullable Long portalId, long id) {
        actor.must(Permission.SEND_MAILS);
        Message message =
                messages.body(actor, portalId, id).map(Message.Body::message).orElseThrow(MessageUnknown::new);
        if (message.state() == NotificationState.SENT) {
            pace.ofMessage(id);
            copy(id);
        } else {
            lifecycle.resend(id, actor);
        }
        audit.writeAt(actor, message.portalId(), "message_resent", subject(message), message.event());
    }

    /**
     * All that died, such as after a day without a mail server.
     *
     * @return how many
     */
    public int dead(Actor actor, @Nullable Long portalId) {
        actor.must(Permission.SEND_MAILS);
        List<Message> dead = messages.dead(actor, portalId);
        for (Message message : dead) {
            lifecycle.resend(message.id(), actor);
        }
        audit.writeAt(actor, portalId, "dead_messages_resent", "messages", Integer.toString(dead.size()));
        return dead.size();
    }

    /** @throws MessageUnknown when the part is not the actor's */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Resendable of(Actor actor, long partId) {
        Customer customer = customer(actor, partId, "");
        return new Resendable(
                told(customer).size(),
                customer.cancelled(),
                isRecapOffered(customer),
                !balances(customer).isEmpty());
    }

    /**
     * Sends the customer's mails of a part again: its confirmations (M17), or what told that it was cancelled.
     *
     * @return how many
     * @throws MessageUnknown when the part is not the actor's
     * @throws SentJustNow when that was done a moment ago
     * @throws NothingToSend when the customer got none yet
     */
    public int confirmations(Actor actor, long partId) {
        actor.must(Permission.SEND_MAILS);
        Customer customer = customer(actor, partId, " for no key update of m");
        List<Told> told = told(customer);
        if (told.isEmpty()) {
            throw new NothingToSend();
        }
        pace.ofPart(partId, customer.orderId());
        for (Told one : told) {
            if (one.dead()) {
                lifecycle.resend(one.id(), actor);
            } else {
                copy(one.id());
            }
        }
        trace(actor, customer, "confirmations_resent", Integer.toString(told.size()));
        return told.size();
    }

    /**
     * Sends the customer the whole order in one mail (C28, M19).
     *
     * @throws MessageUnknown when the part is not the actor's
     * @throws SentJustNow when that was done a moment ago
     * @throws NothingToSend where it is not offered (K12)
     */
    public void recap(Actor actor, long partId) {
        actor.must(Permission.SEND_MAILS);
        Customer customer = customer(actor, partId, " for no key update of m");
        if (!isRecapOffered(customer)) {
            throw new NothingToSend();
        }
        pace.ofRecap(customer.orderId());
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
        trace(actor, customer, "recap_sent", "");
    }

    /**
     * Sends the customer the link to pay what is left of a stay again; the balance itself does not move (M21).
     *
     * @throws MessageUnknown when the part is not the actor's
     * @throws SentJustNow when that was done a moment ago
     * @throws NothingToSend when no link has left yet, or nothing is left to pay
     */
    public void balance(Actor actor, long partId) {
        actor.must(Permission.SEND_MAILS);
        Customer customer = customer(actor, partId, " for no key update of m");
        List<Asked> asked = balances(customer);
        if (asked.isEmpty()) {
            throw new NothingToSend();
        }
        pace.ofBalances(customer.orderId(), partId);
        asked.forEach(one -> ask(customer, one));
        trace(actor, customer, "balance_link_resent", Integer.toString(asked.size()));
    }

    /**
     * The last that asked for each bill of which something of the part is still to be paid: its link, its reminder, or the letter of
     * the substitution that the difference is of (K10). The customer pays once, whichever merchant sends it.
     */
    private List<Asked> balances(Customer customer) {
        return sql.list(
                "select distinct on (b.bill_id) b.bill_id, n.id, n.event from balance_due b join notification n on n.order_id = b.order_id"
                        + " where b.merchant_order_id = ? and b.state in ('LINK_SENT', 'REMINDED', 'OVERDUE') and n.state in ('SENT', 'DEAD')"
                        + " and (n.subject_id = b.bill_id and n.event in ('BALANCE_LINK', 'BALANCE_REMINDER')"
                        + " or n.merchant_order_id = b.merchant_order_id and n.event = 'ORDER_REPLACED')"
                        + " order by b.bill_id, n.event = 'ORDER_REPLACED', n.id desc",
                Asked::of,
                customer.partId());
    }

    /** A substitution's letter would tell of the substitution again: the link alone is asked for. */
    private void ask(Customer customer, Asked asked) {
        if (asked.event() != NotificationEvent.ORDER_REPLACED) {
            copy(asked.messageId());
            return;
        }
        notifications.queue(new NewNotification(
                customer.portalId(),
                Channel.MAIL,
                NotificationEvent.BALANCE_LINK,
                NotificationEvent.BALANCE_LINK + ":" + asked.billId() + AGAIN + ids.next(),
                customer.email(),
                customer.language(),
                customer.orderId(),
                customer.partId(),
                null,
                asked.billId(),
                customer.merchantId(),
                Map.of()));
    }

    private boolean isRecapOffered(Customer customer) {
        return switch (portals.byId(customer.portalId()).settings().get(NotificationSettings.MAIL_RECAP)) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WHEN_USEFUL -> sql.number(RECAP_IS_USEFUL, customer.orderId()) == 1;
        };
    }

    /** What was told of the part by itself; where the portal groups the mails (K11), the one for the whole order. */
    private List<Told> told(Customer customer) {
        return sql.list(
                "select id, state from notification where order_id = ? and (merchant_order_id = ? or merchant_order_id is null)"
                        + " and event = any(?) and channel = 'MAIL' and state in ('SENT', 'DEAD') and key not like '%"
                        + AGAIN + "%' order by id",
                row -> new Told(row.number("id"), row.text("state").equals("DEAD")),
                customer.orderId(),
                customer.partId(),
                customer.events().stream().map(Enum::name).toArray(String[]::new));
    }

    private Customer customer(Actor actor, long partId, String lock) {
        return sql.one(
                        "select m.id, m.order_id, m.portal_id, m.number, m.merchant_id, m.state, o.email, o.language"
                                + " from merchant_order m join customer_order o on o.id = m.order_id where m.id = ?"
                                + lock,
                        Customer::of,
                        partId)
                .filter(found -> isOf(actor, found))
                .orElseThrow(MessageUnknown::new);
    }

    /** A merchant's own (K28); an operator's portal, where it runs only one. */
    private boolean isOf(Actor actor, Customer customer) {
        if (actor.kind() != Actor.Kind.OPERATOR) {
            return Objects.equals(actor.merchantId(), customer.merchantId());
        }
        Long portal = accounts.byId(actor.id()).orElseThrow(MessageUnknown::new).portalId();
        return portal == null || portal == customer.portalId();
    }

    private void trace(Actor actor, Customer customer, String action, String detail) {
        if (actor.kind() == Actor.Kind.OPERATOR) {
            audit.writeOnBehalf(actor, customer.merchantId(), action, customer.number(), detail);
        } else {
            audit.write(actor, action, customer.number(), detail);
        }
    }

    private void copy(long id) {
        long copy = ids.next();
        sql.update(
                "insert into notification (id, portal_id, channel, event, key, recipient, language, order_id,"
                        + " merchant_order_id, line_id, subject_id, merchant_id, data, state, created_at, next_try_at)"
                        + " select ?, portal_id, channel, event, split_part(key, ?, 1) || ?, recipient, language, order_id,"
                        + " merchant_order_id, line_id, subject_id, merchant_id, data, 'QUEUED', ?, ? from notification where id = ?",
                copy,
                AGAIN,
                AGAIN + copy,
                clock.instant(),
                clock.instant(),
                id);
        queued.fire(new NotificationsQueued(List.of(copy)));
    }

    private static String subject(Message message) {
        return Objects.requireNonNullElse(message.number(), Long.toString(message.id()));
    }
}
