package fr.halle.sales.service;

import fr.halle.sales.model.DeskInbox;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Somebody sends a contact form: checked, written once however often it is pressed, and told to whom it concerns (S01, C18–C22). */
@Stateless
public class Contacting {

    /** How long a second press is known for one. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private ContactForms forms;

    @EJB
    private RequestOpening opening;

    @Inject
    private ContactNews news;

    /**
     * Opens the request, or hands it to a desk that works by mail.
     *
     * @throws ContactRefused with everything that is wrong; nothing is written then
     * @throws ContactKeyReused when the key came before with other words
     */
    public ContactReceipt send(ContactForm form, ContactTyped typed) {
        NewRequest request = categorised(form, new ContactCheck(form, typed, clock.today()).read());
        SalesDesk desk = form.desk();
        if (!isFirst(desk, typed, request)) {
            return before(desk, typed);
        }
        if (desk.inbox() == DeskInbox.MAIL_ONLY) {
            news.handOn(desk, request, objectOf(form, request));
            return new ContactReceipt(null, desk.name());
        }
        long id = opening.open(request, Actor.customer(0, (request.firstName() + " " + request.lastName()).strip()));
        sql.update("update contact_sent set request_id = ? where desk_id = ? and key = ?", id, desk.id(), typed.key());
        return new ContactReceipt(id, desk.name());
    }

    /** C20: once there are categories one must be stated, by the customer or by a rule. */
    private NewRequest categorised(ContactForm form, NewRequest request) {
        if (form.categories().isEmpty() || request.categoryId() != null) {
            return request;
        }
        Long ruled = forms.ruled(form, request.page(), request.objectId());
        if (ruled == null) {
            throw new ContactRefused(List.of(new ContactRefused.Wrong("category", "MISSING")));
        }
        return request.withCategory(ruled);
    }

    private boolean isFirst(SalesDesk desk, ContactTyped typed, NewRequest request) {
        sql.update("delete from contact_sent where at < ?", clock.instant().minus(REMEMBERED));
        return sql.update(
                        "insert into contact_sent (desk_id, key, said, asker, at) values (?, ?, ?, ?, ?) on conflict do nothing",
                        desk.id(),
                        typed.key(),
                        Secrets.sha256(typed.words()),
                        Secrets.sha256(request.email().toLowerCase(Locale.ROOT)),
                        clock.instant())
                == 1;
    }

    private ContactReceipt before(SalesDesk desk, ContactTyped typed) {
        return sql.one(
                        "select request_id from contact_sent where desk_id = ? and key = ? and said = ?",
                        row -> new ContactReceipt(row.numberOrNull("request_id"), desk.name()),
                        desk.id(),
                        typed.key(),
                        Secrets.sha256(typed.words()))
                .orElseThrow(ContactKeyReused::new);
    }

    private static String objectOf(ContactForm form, NewRequest request) {
        return form.objects().stream()
                .filter(choice -> Long.valueOf(choice.id()).equals(request.objectId()))
                .map(ContactForm.Choice::label)
                .findFirst()
                .orElse("");
    }
}
