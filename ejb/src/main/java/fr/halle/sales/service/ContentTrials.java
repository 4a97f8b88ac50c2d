package fr.halle.sales.service;

import fr.halle.identity.service.Accounts;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.MailTemplate;
import fr.halle.sales.service.DeskSetupRefused.Wrong;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a content would say: on the page with a real case, and by mail to whoever is wording it, to nobody else (P13). */
@Stateless
public class ContentTrials {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Desks desks;

    @Inject
    private MailContents contents;

    @Inject
    private QuoteStore quotes;

    @EJB
    private Accounts accounts;

    @Inject
    private Notifications notifications;

    /** The words with the fields of the desk's last request in them, or of somebody invented where there was none. */
    public String preview(Actor actor, long deskId, MailContentKind kind, String language, String body) {
        actor.must(Permission.SET_SALES);
        return filled(desks.of(actor, deskId), kind, language, body);
    }

    /** @return the address it goes to, the actor's own */
    public String send(Actor actor, long deskId, MailContentKind kind, String language, String body, String signature) {
        actor.must(Permission.SET_SALES);
        SalesDesk desk = desks.of(actor, deskId);
        String text = filled(desk, kind, language, body);
        return queue(actor, desk, kind, language, text, kind == MailContentKind.SIGNATURE ? "" : signature);
    }

    /** A quote's mail before it leaves, as its writer worded it (P21). @return the address it goes to, the actor's own */
    public String send(Actor actor, long quoteId, QuoteMail typed) {
        QuoteMail mail = QuoteContents.checked(typed);
        QuoteHead head = quotes.find(actor, quoteId);
        SalesDesk desk = desks.at(head.portalId(), head.merchantId());
        String signature = contents.of(desk.id(), MailContentKind.SIGNATURE, head.language());
        return queue(actor, desk, mail.kind(), head.language(), mail.body(), signature);
    }

    private String queue(
            Actor actor, SalesDesk desk, MailContentKind kind, String language, String text, String signature) {
        String email = accounts.byId(actor.id()).orElseThrow(DeskUnknown::new).email();
        notifications.queue(new NewNotification(
                desk.portalId(),
                Channel.MAIL,
                NotificationEvent.CONTENT_TRIED,
                "content:" + desk.id() + ":" + ids.next(),
                email,
                language,
                null,
                null,
                null,
                null,
                desk.merchantId(),
                Map.of("desk", Long.toString(desk.id()), "kind", kind.name(), "text", text, "signature", signature)));
        return email;
    }

    private String filled(SalesDesk desk, MailContentKind kind, String language, String body) {
        String text = body.isBlank() ? MailContents.house(kind, language) : body;
        List<String> unknown = MailTemplate.unknown(kind, text);
        if (!unknown.isEmpty() || text.length() > MailTemplate.MOST) {
            throw new DeskSetupRefused(List.of(new Wrong(
                    "content." + DeskSetup.contentKey(kind, language),
                    unknown.isEmpty() ? "CONTENT_LONG" : "FIELD",
                    unknown.isEmpty() ? "" : unknown.get(0))));
        }
        return MailTemplate.fill(text, fields(desk, language));
    }

    private Map<String, String> fields(SalesDesk desk, String language) {
        Map<String, String> fields = new HashMap<>(invented(language));
        sql.list(
                "select first_name, last_name, object_label, arrives_on, leaves_on from sales_request"
                        + " where desk_id = ? and language = ? and spam_at is null order by last_at desc, id desc limit 1",
                row -> {
                    String first = row.text("first_name");
                    fields.put("prenom", first.isEmpty() ? row.text("last_name") : first);
                    fields.put("nom", row.text("last_name"));
                    if (!row.text("object_label").isEmpty()) {
                        fields.put("objet", row.text("object_label"));
                    }
                    LocalDate arrives = row.dateOrNull("arrives_on");
                    LocalDate leaves = row.dateOrNull("leaves_on");
                    if (arrives != null && leaves != null) {
                        fields.put("sejour", Formats.in(language).fromTo(arrives, leaves));
                    }
                    return fields;
                },
                desk.id(),
                language);
        return fields;
    }

    private Map<String, String> invented(String language) {
        LocalDate arrives = clock.today().plusDays(60);
        boolean french = "fr".equals(language);
        return Map.of(
                "prenom",
                "Camille",
                "nom",
                "Lefèvre",
                "objet",
                french ? "Demande d’informations" : "Information request",
                "sejour",
                Formats.in(language).fromTo(arrives, arrives.plusDays(7)),
                "devis",
                "D-00042-1",
                "montant",
                Formats.in(language).cents(40320),
                "validite",
                Formats.in(language).date(arrives));
    }
}
