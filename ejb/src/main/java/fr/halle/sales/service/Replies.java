package fr.halle.sales.service;

import fr.halle.notification.service.MessageIds;
import fr.halle.portal.model.Portal;
import fr.halle.portal.service.Portals;
import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.MessageSource;
import fr.halle.sales.model.ReplyAddress;
import fr.halle.sales.model.SalesSettings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Finds the conversation that a mail belongs to and writes it there, once (C23). The key in the address it was sent to is the secret
 * of the conversation; a mail that only names one of ours among its references must name it as it left the house, and come from the
 * customer's own address as well.
 */
@Stateless
public class Replies {

    private static final String BY_KEY =
            "select id, email, first_name, last_name from sales_request where mail_key = ? and portal_id = ?";
    private static final String BY_MAIL =
            "select r.id, r.email, r.first_name, r.last_name" + Bounces.TO_CUSTOMER + " and lower(r.email) = ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Portals portals;

    @Inject
    private MessageWriting writing;

    @Inject
    private RequestFiles files;

    @Inject
    private Bounces bounces;

    @Inject
    private MessageIds messageIds;

    @Inject
    private RequestHistory history;

    @Inject
    private Event<CustomerWrote> wrote;

    /** What became of a mail. */
    public enum Outcome {
        /** It stands in its conversation. */
        KEPT,
        /** It stood there already. */
        TWICE,
        /** It told that one of ours did not arrive, or that it is late. */
        REPORT,
        /** It belongs to no conversation that we know: people have to look at it. */
        UNKNOWN
    }

    private record Conversation(long id, String email, String name) {

        static Conversation of(Row row) throws SQLException {
            return new Conversation(
                    row.number("id"),
                    row.text("email"),
                    (row.text("first_name") + " " + row.text("last_name")).strip());
        }
    }

    /** In a transaction of its own: one mail that cannot be taken does not hold up the others. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome take(InboundMail mail) {
        Outcome outcome = mail.report()
                ? report(mail)
                : find(mail).map(one -> keep(mail, one)).orElse(Outcome.UNKNOWN);
        sql.update(
                "insert into reply_count (day, outcome, mails) values (?, ?, 1) on conflict (day, outcome) do update set mails = reply_count.mails + 1",
                clock.today(),
                outcome);
        return outcome;
    }

    private Outcome report(InboundMail mail) {
        boolean ours = false;
        for (InboundMail.Failed failed : mail.bounced()) {
            ours |= messageIds
                    .in(failed.messageId())
                    .filter(id -> sql.number(
                                    "select count(*) from notification where id = ? and lower(recipient) = ?",
                                    id,
                                    failed.recipient())
                            == 1)
                    .filter(bounces::ofNotification)
                    .isPresent();
        }
        return ours ? Outcome.REPORT : Outcome.UNKNOWN;
    }

    private Optional<Conversation> find(InboundMail mail) {
        for (Portal portal : portals.all()) {
            String pattern = portal.settings().get(SalesSettings.REPLY_ADDRESS);
            Optional<Conversation> found = mail.to().stream()
                    .map(address -> ReplyAddress.keyIn(pattern, address))
                    .flatMap(Optional::stream)
                    .flatMap(key -> sql.one(BY_KEY, Conversation::of, key, portal.id()).stream())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return mail.answers().stream()
                .flatMap(answered -> messageIds.in(answered).stream())
                .distinct()
                .flatMap(ours -> sql.one(BY_MAIL, Conversation::of, ours, mail.from()).stream())
                .findFirst();
    }

    private Outcome keep(InboundMail mail, Conversation to) {
        sql.number("select id from sales_request where id = ? for no key update", to.id());
        if (sql.number("select count(*) from request_message where request_id = ? and mail_id = ?", to.id(), mail.id())
                > 0) {
            return Outcome.TWICE;
        }
        boolean self = mail.from().equals(to.email().toLowerCase(java.util.Locale.ROOT));
        boolean auto = mail.auto() || isOurs(mail.from());
        String author = self ? to.name() : mail.name();
        long id = writing.write(new MessageWriting.NewMessage(
                to.id(),
                MessageSide.CUSTOMER,
                MessageSource.MAIL,
                null,
                author,
                mail.text(),
                mail.quoted(),
                auto,
                mail.id(),
                mail.files()));
        Actor customer = Actor.customer(0, author);
        history.write(to.id(), customer, RequestAct.WROTE, "");
        mail.left().forEach(name -> {
            files.left(to.id(), id, name);
            history.write(to.id(), customer, RequestAct.FILE_LEFT, name);
        });
        if (!auto) {
            wrote.fire(new CustomerWrote(to.id(), id));
        }
        return Outcome.KEPT;
    }

    /** Two machines that answer each other never end: what one of our own addresses wrote is a machine's. */
    private boolean isOurs(String address) {
        return portals.all().stream()
                .anyMatch(portal -> ReplyAddress.keyIn(portal.settings().get(SalesSettings.REPLY_ADDRESS), address)
                        .isPresent());
    }
}
