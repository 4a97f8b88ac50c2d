package fr.halle.sales.web;

import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.CustomerForm;
import fr.halle.checkout.service.FieldError;
import fr.halle.identity.web.CurrentActor;
import fr.halle.notification.service.Phones;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.service.ContentTrials;
import fr.halle.sales.service.QuoteChanged;
import fr.halle.sales.service.QuoteContents;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteMail;
import fr.halle.sales.service.QuoteSending;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.sales.service.QuoteView;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The screen between a quote and its customer (S21–S23): the customer's details, then the paper ("Éditer") or the mail, whose default
 * content is changed as one likes (P21). The request for payment is the same quote with another content.
 */
@Named
@RequestScoped
public class ProSalesQuoteSendPage {

    @Inject
    private QuoteForm form;

    @Inject
    private QuoteSending sending;

    @Inject
    private QuoteContents contents;

    @Inject
    private ContentTrials trials;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    private @Nullable QuoteMail proposed;
    private final Map<String, String> wrong = new HashMap<>();
    private @Nullable String tried;

    /** Run before the page is written. */
    public void open() {
        try {
            if (!form.readDraft()) {
                return;
            }
            proposed = contents.proposed(actor.get(), form.id(), getKind());
            if (form.isPosted()) {
                act(form.id());
            }
        } catch (QuoteUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void act(long id) {
        try {
            if (isPrinting()) {
                sending.keepCustomer(actor.get(), id, form.version(), customer());
                SeeOther.at("/pro/sales/quote-paper?id=" + id);
                return;
            }
            QuoteMail mail = new QuoteMail(
                    getKind(), form.typed("subject"), form.typed("body").replace("\r\n", "\n"));
            if (form.typed("do").equals("try")) {
                tried = trials.send(actor.get(), id, mail);
                return;
            }
            sending.send(actor.get(), id, form.version(), customer(), mail);
            SeeOther.at(form.address("&done=sent"));
        } catch (NotAllowed | QuoteUnknown notTheirs) {
            throw notTheirs;
        } catch (CheckoutRefused refused) {
            refused.errors().forEach(error -> wrong.putIfAbsent(error.field(), sentence(error)));
            form.refuse(refused, QuoteForm.UNPROCESSABLE);
        } catch (QuoteChanged changed) {
            form.refuse(changed, QuoteForm.CONFLICT);
        } catch (BusinessException refused) {
            form.refuse(refused, QuoteForm.UNPROCESSABLE);
        }
    }

    private String sentence(FieldError error) {
        return words.text(error.key(), error.details().toArray());
    }

    private CustomerForm customer() {
        return new CustomerForm(
                form.typed("firstName"),
                form.typed("lastName"),
                form.typed("email"),
                form.typed("phone"),
                form.typed("street"),
                form.typed("postcode"),
                form.typed("city"),
                form.typed("country"),
                false);
    }

    public QuoteView getView() {
        return form.view();
    }

    public QuoteHead getHead() {
        return form.head();
    }

    /** Whether only the paper is wanted: "Éditer". */
    public boolean isPrinting() {
        return form.typed("as").equals("paper");
    }

    public MailContentKind getKind() {
        return form.typed("as").equals("payment") ? MailContentKind.PAYMENT_REQUEST : MailContentKind.QUOTE;
    }

    public String getAs() {
        return isPrinting() ? "paper" : getKind() == MailContentKind.QUOTE ? "quote" : "payment";
    }

    public List<String> getFields() {
        return List.of("firstName", "lastName", "email", "phone", "street", "postcode", "city");
    }

    public String field(String name) {
        if (form.isPosted()) {
            return form.typed(name);
        }
        QuoteHead head = getHead();
        return switch (name) {
            case "firstName" -> head.customer().firstName();
            case "lastName" -> head.customer().lastName();
            case "email" -> head.customer().email();
            case "phone" -> Phones.shown(head.customer().phone());
            case "street" -> head.customer().street();
            case "postcode" -> head.customer().postcode();
            case "city" -> head.customer().city();
            case "country" -> head.customer().country();
            case "subject" -> Objects.requireNonNull(proposed).subject();
            default -> Objects.requireNonNull(proposed).body();
        };
    }

    public QuoteContents.Beneath getBeneath() {
        return contents.beneath(actor.get(), getHead().id());
    }

    /** Where the trial went, null where none was asked for. */
    public @Nullable String getTried() {
        return tried;
    }

    public String wrong(String field) {
        return wrong.getOrDefault(field, form.wrong(field));
    }

    /** What is said on top. */
    public String getRefusal() {
        BusinessException refusal = form.refusal();
        if (refusal == null) {
            return "";
        }
        return refusal instanceof CheckoutRefused ? words.text("pro.quote.send.wrong") : words.refusal(refusal);
    }
}
