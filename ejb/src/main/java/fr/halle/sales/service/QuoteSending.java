package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.CustomerCheck;
import fr.halle.checkout.service.CustomerForm;
import fr.halle.checkout.service.FieldError;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends a quote (S21–S23): the customer's details, then it is frozen as it is shown and leaves by mail. One that was out makes room
 * for it; whatever was sent stays readable.
 */
@Stateless
public class QuoteSending {

    /** Why a quote ended, where nobody typed a reason: the words are in the bundles under {@code quote.ended.<name>}. */
    public static final String REPLACED = "REPLACED";

    @Inject
    private Sql sql;

    @Inject
    private QuoteStore store;

    @Inject
    private QuoteDrafts drafts;

    @Inject
    private QuoteFreezing freezing;

    @Inject
    private QuoteLifecycle lifecycle;

    @Inject
    private RequestHistory history;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<QuoteSent> sent;

    /**
     * Keeps the customer's details as they were typed (S21).
     *
     * @throws CheckoutRefused with all that is wrong, field by field
     * @throws QuoteChanged when somebody wrote meanwhile
     */
    public void keepCustomer(Actor actor, long quoteId, int version, CustomerForm form) {
        QuoteHead head = drafts.hold(actor, quoteId, version);
        write(quoteId, read(form));
        drafts.changed(quoteId, head.requestId());
    }

    /** As it would be sent now, or as it was: what the paper and the preview show. */
    public FrozenQuote asShown(Actor actor, long quoteId) {
        QuoteHead head = store.find(actor, quoteId);
        return sql.one(
                        "select frozen from quote where id = ? and frozen is not null",
                        row -> row.text("frozen"),
                        quoteId)
                .map(json -> Json.read(json, FrozenQuote.class))
                .orElseGet(() -> freezing.freeze(store.view(head)));
    }

    /**
     * Freezes and sends.
     *
     * @param version as it was shown
     * @throws CheckoutRefused when a detail of the customer's is missing or wrong
     * @throws QuoteEmpty without prestations
     * @throws QuoteRefused when its validity is over, or goes beyond the beginning of the stay
     * @throws PlacesGone when what it would hold cannot be had
     * @throws QuoteOrdered when the one it replaces is being paid
     */
    public void send(Actor actor, long quoteId, int version, CustomerForm form, QuoteMail typed) {
        QuoteMail mail = QuoteContents.checked(typed);
        QuoteHead head = drafts.hold(actor, quoteId, version);
        write(quoteId, read(form));
        QuoteWishCheck.validity(head.validUntil(), head, clock.today());
        QuoteView view = store.view(store.find(actor, quoteId));
        if (view.lines().isEmpty()) {
            throw new QuoteEmpty();
        }
        checkBalance(view);
        store.ofRequest(head.requestId()).stream()
                .filter(QuoteHead::isOut)
                .forEach(former -> lifecycle.apply(former.id(), QuoteTransition.VOID, actor, REPLACED));
        FrozenQuote frozen = freezing.freeze(view);
        String json = Json.write(frozen);
        sql.update(
                "update quote set frozen = ?, frozen_sha256 = ?, total_cents = ?, due_now_cents = ? where id = ?",
                json,
                QuoteFreezing.sha256(json),
                frozen.totals().totalCents(),
                frozen.totals().dueNowCents(),
                quoteId);
        lifecycle.apply(quoteId, QuoteTransition.SEND, actor, "");
        boolean payment = mail.kind() == MailContentKind.PAYMENT_REQUEST;
        history.write(
                head.requestId(),
                actor,
                payment ? RequestAct.PAYMENT_ASKED : RequestAct.QUOTE_SENT,
                Integer.toString(head.no()));
        sent.fire(new QuoteSent(quoteId, head.requestId(), frozen, mail, actor));
    }

    /** A balance needs its day: the conditions may have been right before the last prestation was added. */
    private static void checkBalance(QuoteView view) {
        if (view.totals().balanceCents() > 0 && view.head().balanceDueOn() == null) {
            throw new QuoteRefused("balanceDueOn", "BALANCE_MISSING");
        }
    }

    private static OrderDraft.Customer read(CustomerForm form) {
        List<FieldError> errors = new ArrayList<>();
        OrderDraft.Customer customer = new CustomerCheck(errors).addressee(form);
        if (!errors.isEmpty()) {
            throw new CheckoutRefused(errors);
        }
        return customer;
    }

    private void write(long quoteId, OrderDraft.Customer customer) {
        sql.update(
                "update quote set first_name = ?, last_name = ?, email = ?, phone = ?, street = ?, postcode = ?, city = ?, country = ? where id = ?",
                customer.firstName(),
                customer.lastName(),
                customer.email(),
                customer.phone(),
                customer.street(),
                customer.postcode(),
                customer.city(),
                customer.country(),
                quoteId);
    }
}
