package fr.halle.sales.service;

import fr.halle.portal.service.Portals;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.MailTemplate;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.ResourceBundle;

/** The mail that a quote would go with: the desk's default content with its fields filled, to be changed at each sending (P10, P21). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QuoteContents {

    public static final int SUBJECT_MOST = 150;
    public static final int BODY_MOST = 8000;

    @Inject
    private Sql sql;

    @Inject
    private QuoteStore store;

    @Inject
    private Desks desks;

    @Inject
    private Portals portals;

    @Inject
    private MailContents contents;

    /** @param kind QUOTE or PAYMENT_REQUEST */
    public QuoteMail proposed(Actor actor, long quoteId, MailContentKind kind) {
        QuoteView view = store.view(store.find(actor, quoteId));
        QuoteHead head = view.head();
        Formats formats = Formats.in(head.language());
        LocalDate from = head.arrivesOn();
        LocalDate to = head.leavesOn();
        String first = head.customer().firstName();
        QuoteTotals totals = view.totals();
        Map<String, String> values = Map.of(
                "prenom", first.isEmpty() ? head.customer().lastName() : first,
                "nom", head.customer().lastName(),
                "sejour", from == null || to == null ? "" : formats.fromTo(from, to),
                "objet", object(head.requestId()),
                "devis", Integer.toString(head.no()),
                "montant",
                        formats.cents(
                                kind == MailContentKind.PAYMENT_REQUEST ? totals.dueNowCents() : totals.totalCents()),
                "validite", formats.date(head.validUntil()));
        return new QuoteMail(
                kind,
                subject(head, kind),
                MailTemplate.fill(contents.of(head.deskId(), kind, head.language()), values));
    }

    /** What stands beneath the words, whatever they are: the desk's signature, and the operator's own foot (K27). */
    public record Beneath(String signature, String foot) {}

    public Beneath beneath(Actor actor, long quoteId) {
        QuoteHead head = store.find(actor, quoteId);
        return new Beneath(
                contents.of(head.deskId(), MailContentKind.SIGNATURE, head.language()),
                portals.legalFooter(head.portalId(), head.language()).orElse(""));
    }

    /** @throws QuoteRefused when its subject or its text cannot be */
    public static QuoteMail checked(QuoteMail typed) {
        String subject = typed.subject().strip();
        String body = typed.body().strip();
        if (subject.isEmpty() || subject.length() > SUBJECT_MOST || Texts.hides(subject)) {
            throw new QuoteRefused("subject", "SUBJECT", SUBJECT_MOST);
        }
        if (body.isEmpty() || body.length() > BODY_MOST || Texts.hidesInLines(body)) {
            throw new QuoteRefused("body", "BODY", BODY_MOST);
        }
        return new QuoteMail(typed.kind(), subject, body);
    }

    private String subject(QuoteHead head, MailContentKind kind) {
        String desk = desks.at(head.portalId(), head.merchantId()).name();
        String pattern = ResourceBundle.getBundle(
                        "fr.halle.i18n.mail",
                        Formats.in(head.language()).locale(),
                        QuoteContents.class.getClassLoader())
                .getString("quote.subject." + kind);
        return pattern.replace("{{no}}", Integer.toString(head.no())).replace("{{desk}}", desk);
    }

    private String object(long requestId) {
        return sql.one(
                        "select object_label from sales_request where id = ?",
                        row -> row.text("object_label"),
                        requestId)
                .orElse("");
    }
}
