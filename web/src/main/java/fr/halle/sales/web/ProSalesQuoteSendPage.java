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
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteMail;
import fr.halle.sales.service.QuoteSending;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.sales.service.QuoteView;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
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

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    @Inject
    private QuoteDesk desk;

    @Inject
    private QuoteSending sending;

    @Inject
    private QuoteContents contents;

    @Inject
    private ContentTrials trials;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable QuoteView view;
    private @Nullable QuoteMail proposed;
    private @Nullable BusinessException refusal;
    private final Map<String, String> wrong = new HashMap<>();
    private boolean posted;
    private @Nullable String tried;

    /** Run before the page is written. */
    public void open() {
        long id = SalesAddress.id(request);
        try {
            view = desk.view(actor.get(), id);
            if (!getHead().isDraft()) {
                SeeOther.at("/pro/sales/quote?id=" + id);
                return;
            }
            proposed = contents.proposed(actor.get(), id, getKind());
            if (request.getMethod().equals("POST")) {
                posted = true;
                act(id);
            }
        } catch (QuoteUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void act(long id) {
        try {
            Long typed = SalesAddress.number(request, "version");
            int version = typed == null ? -1 : typed.intValue();
            if (isPrinting()) {
                sending.keepCustomer(actor.get(), id, version, customer());
                SeeOther.at("/pro/sales/quote-paper?id=" + id);
                return;
            }
            QuoteMail mail =
                    new QuoteMail(getKind(), text("subject"), text("body").replace("\r\n", "\n"));
            if (text("do").equals("try")) {
                tried = trials.send(actor.get(), id, mail);
                return;
            }
            sending.send(actor.get(), id, version, customer(), mail);
            SeeOther.at("/pro/sales/quote?id=" + id + "&done=sent");
        } catch (NotAllowed | QuoteUnknown notTheirs) {
            throw notTheirs;
        } catch (CheckoutRefused refused) {
            refused.errors().forEach(error -> wrong.putIfAbsent(error.field(), sentence(error)));
            refuse(refused, UNPROCESSABLE, id);
        } catch (QuoteChanged changed) {
            refuse(changed, CONFLICT, id);
        } catch (BusinessException refused) {
            if (refused instanceof FieldRefusal onField) {
                wrong.put(onField.field(), words.refusal(refused));
            }
            refuse(refused, UNPROCESSABLE, id);
        }
    }

    private String sentence(FieldError error) {
        return words.text(error.key(), error.details().toArray());
    }

    private void refuse(BusinessException why, int status, long id) {
        refusal = why;
        view = desk.view(actor.get(), id);
        faces.getExternalContext().setResponseStatus(status);
    }

    private CustomerForm customer() {
        return new CustomerForm(
                text("firstName"),
                text("lastName"),
                text("email"),
                text("phone"),
                text("street"),
                text("postcode"),
                text("city"),
                text("country"),
                false);
    }

    private String text(String name) {
        return SalesAddress.text(request, name);
    }

    public QuoteView getView() {
        return Objects.requireNonNull(view);
    }

    public QuoteHead getHead() {
        return getView().head();
    }

    /** Whether only the paper is wanted: "Éditer". */
    public boolean isPrinting() {
        return text("as").equals("paper");
    }

    public MailContentKind getKind() {
        return text("as").equals("payment") ? MailContentKind.PAYMENT_REQUEST : MailContentKind.QUOTE;
    }

    public String getAs() {
        return isPrinting() ? "paper" : getKind() == MailContentKind.QUOTE ? "quote" : "payment";
    }

    public List<String> getFields() {
        return List.of("firstName", "lastName", "email", "phone", "street", "postcode", "city");
    }

    public String field(String name) {
        if (posted) {
            return text(name);
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
        return wrong.getOrDefault(field, "");
    }

    /** What is said on top. */
    public String getRefusal() {
        if (refusal == null) {
            return "";
        }
        return refusal instanceof CheckoutRefused ? words.text("pro.quote.send.wrong") : words.refusal(refusal);
    }
}
