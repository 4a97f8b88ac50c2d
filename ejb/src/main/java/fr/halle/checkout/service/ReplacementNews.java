package fr.halle.checkout.service;

import fr.halle.identity.service.Audit;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.order.service.BalanceLifecycle;
import fr.halle.order.service.ReplacedPart;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who learns of a substitution: the customer by one letter, with the link to pay what is missing or what comes back; the merchant,
 * where the operator did it in its name (K18); the audit.
 */
@Service
class ReplacementNews {

    /** The order's letters speak of prestations by name, as many as a reader can take in. */
    private static final int MOST_NAMES = 5;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Notifications notifications;

    @EJB
    private BalanceLifecycle balances;

    @Inject
    private Audit audit;

    private record Addressees(String email, String language, String merchantEmail, String merchantLanguage) {

        static Addressees of(Row row) throws SQLException {
            return new Addressees(
                    row.text("email"), row.text("language"), row.text("merchant_email"), row.text("merchant_language"));
        }
    }

    void tell(Replacement done, boolean waits) {
        linksAreSent(done);
        Addressees to = sql.one(
                        "select o.email, o.language, m.email as merchant_email, l.language as merchant_language"
                                + " from customer_order o join merchant m on m.id = ? join merchant_language l on l.merchant_id = m.id"
                                + " where o.id = ?",
                        Addressees::of,
                        done.held().merchantId(),
                        done.orderId())
                .orElseThrow();
        Map<String, String> data = data(done);
        if (waits) {
            data.put("waits", "true");
        }
        notifications.queue(
                letter(done, NotificationEvent.ORDER_REPLACED, "replaced:", to.email(), to.language(), data));
        Actor actor = done.actor();
        String detail = done.number() + " · " + done.why().sentence(Locale.FRENCH);
        if (actor.kind() == Actor.Kind.OPERATOR) {
            data.put("by", actor.name());
            notifications.queue(letter(
                    done,
                    NotificationEvent.PART_REPLACED_ON_BEHALF,
                    "replaced-for:",
                    to.merchantEmail(),
                    to.merchantLanguage(),
                    data));
            audit.writeOnBehalf(
                    actor,
                    done.held().merchantId(),
                    "part_replaced",
                    done.held().number(),
                    detail);
        } else {
            audit.write(actor, "part_replaced", done.held().number(), detail);
        }
    }

    /** What is to be paid now is asked for by this letter, and by no other. */
    private void linksAreSent(Replacement done) {
        sql.list(
                        "select id from balance_due where order_id = ? and send_on <= ? order by id",
                        row -> row.number("id"),
                        done.orderId(),
                        clock.today())
                .forEach(balance -> balances.apply(balance, BalanceDueTransition.SEND_LINK, done.actor()));
    }

    private Map<String, String> data(Replacement done) {
        ReplacedPart held = done.held();
        Map<String, String> data = new HashMap<>();
        data.put("replaced", held.number());
        data.put("was", was(held));
        data.put("carriedCents", Long.toString(done.coverage().part().dueNowCents()));
        data.put("refundedCents", Long.toString(done.coverage().backCents()));
        data.put("reason", done.why().words());
        if (done.why().reason() != null) {
            data.put("code", done.why().reason().name());
        }
        return data;
    }

    private String was(ReplacedPart held) {
        Long[] lines = held.lines().toArray(Long[]::new);
        List<String> names = sql.list(
                "select name from order_line where merchant_order_id = ? and (cardinality(?) = 0 or id = any(?))"
                        + " order by line_no limit ?",
                row -> row.text("name"),
                held.partId(),
                lines,
                lines,
                MOST_NAMES);
        return String.join(", ", names);
    }

    private static NewNotification letter(
            Replacement done,
            NotificationEvent event,
            String key,
            String email,
            String language,
            Map<String, String> data) {
        return new NewNotification(
                done.held().portalId(),
                Channel.MAIL,
                event,
                key + done.number(),
                email,
                language,
                done.orderId(),
                done.partId(),
                null,
                done.id(),
                done.held().merchantId(),
                data);
    }
}
