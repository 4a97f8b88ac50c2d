package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.QuotePaid;
import fr.halle.checkout.service.QuotePlaced;
import fr.halle.outside.service.SalePushes;
import fr.halle.outside.service.SaleToPush;
import fr.halle.outside.service.SalesToPush;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.payment.service.PaymentMove;
import fr.halle.payment.service.PaymentRow;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.QuoteState;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.AfterCommit;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a payment does to the quote it is for, in the payment's own transaction: a quote that is no longer to be had sends the money
 * back; an accepted one becomes an order, once (S14, S15, K23).
 */
@Service
public class QuotePayments {

    private static final Logger LOG = Logger.getLogger(QuotePayments.class.getName());

    private static final Set<PaymentTransition> FAILED =
            Set.of(PaymentTransition.REFUSE, PaymentTransition.ABANDON, PaymentTransition.EXPIRE);

    /** What the desk reads of it in the history. */
    private static final Map<PaymentTransition, RequestAct> TOLD = Map.of(
            PaymentTransition.REFUSE, RequestAct.PAYMENT_REFUSED,
            PaymentTransition.VOID, RequestAct.PAYMENT_RETURNED);

    @Inject
    private Sql sql;

    @Inject
    private AgreedFacts agreed;

    @Inject
    private QuoteFacts facts;

    @Inject
    private QuoteHolds holds;

    @Inject
    private RequestHistory history;

    @Inject
    private SalePushes pushes;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private Transactions transactions;

    private record Bought(long requestId, long deskId, String language, FrozenQuote quote, List<Long> picked) {

        static Bought of(Row row) throws SQLException {
            return new Bought(
                    row.number("request_id"),
                    row.number("desk_id"),
                    row.text("language"),
                    Json.read(row.text("frozen"), FrozenQuote.class),
                    row.numbers("picked"));
        }
    }

    /** Held from here on: whoever withdraws it at this moment comes before us or is refused. */
    void paid(@Observes QuotePaid paid) {
        boolean wanted = sql.one(
                        "select state, order_id from quote where id = ? for no key update",
                        row -> row.constant("state", QuoteState.class) == QuoteState.ACCEPTED
                                && row.numberOrNull("order_id") == null,
                        paid.quoteId())
                .orElse(false);
        if (!wanted) {
            paid.refuse();
        }
    }

    void placed(@Observes QuotePlaced placed) {
        Bought bought = sql.one("select * from quote where id = ?", Bought::of, placed.quoteId())
                .orElseThrow(QuoteUnknown::new);
        placed.writes()
                .update(
                        "update quote set order_id = ?, version = version + 1 where id = ?",
                        placed.orderId(),
                        placed.quoteId());
        agreed.count(placed.writes(), bought.requestId());
        facts.refresh(placed.writes(), bought.requestId());
        history.write(
                bought.requestId(),
                Actor.PROVIDER,
                RequestAct.PAID,
                placed.number() + " · " + Formats.in("fr").cents(placed.draft().dueNowCents()));
        push(bought, placed);
    }

    /** The places of a payment that came to nothing are the quote's again, as far as they can be had; the desk is told. */
    void failed(@Observes PaymentMove move) {
        PaymentRow payment = move.payment();
        Long checkout = payment.checkoutId();
        RequestAct act = TOLD.get(move.transition());
        boolean failed = FAILED.contains(move.transition());
        if (checkout == null || payment.orderId() != null || (act == null && !failed)) {
            return;
        }
        sql.one(
                        "select q.request_id from quote q join checkout k on k.cart_id = q.cart_id where k.id = ?",
                        row -> row.number("request_id"),
                        checkout)
                .ifPresent(request -> {
                    if (act != null) {
                        history.write(
                                request, Actor.PROVIDER, act, Formats.in("fr").cents(payment.amountCents()));
                    }
                    if (failed) {
                        afterCommit.run(() -> holdAgain(request));
                    }
                });
    }

    private void holdAgain(long requestId) {
        try {
            transactions.inNew(() -> {
                sql.list(
                        "select id from quote where request_id = ? order by id for no key update",
                        row -> row.number("id"),
                        requestId);
                holds.settle(requestId);
                return requestId;
            });
        } catch (PlacesGone gone) {
            // The customer is told by the button, which claims again or says what is missing.
            LOG.log(Level.INFO, "The quote of request {0} holds nothing any more: {1}", new Object[] {
                requestId, gone.getMessage()
            });
        }
    }

    private void push(Bought bought, QuotePlaced placed) {
        List<FrozenQuote.Line> taken = bought.quote().taken(new HashSet<>(bought.picked()));
        List<SaleToPush> sales = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            SaleToPush sale = sale(taken.get(i), placed, i + 1);
            if (sale != null) {
                sales.add(sale);
            }
        }
        if (!sales.isEmpty()) {
            pushes.queue(new SalesToPush(
                    bought.deskId(),
                    bought.requestId(),
                    placed.number(),
                    placed.draft().customer().fullName(),
                    bought.language(),
                    sales,
                    taken.size() - sales.size()));
        }
    }

    private static @Nullable SaleToPush sale(FrozenQuote.Line line, QuotePlaced placed, int no) {
        String catalogue = line.catalogueCode();
        String product = line.outsideId();
        if (catalogue == null || product == null) {
            return null;
        }
        OrderDraft.Line ordered = placed.draft().parts().stream()
                .flatMap(part -> part.lines().stream())
                .filter(one -> one.no() == no)
                .findFirst()
                .orElseThrow();
        return new SaleToPush(
                Objects.requireNonNull(placed.lineIds().get(no)),
                catalogue,
                product,
                ordered.name(),
                ordered.startsOn(),
                ordered.endsOn(),
                ordered.startsAt(),
                ordered.endsAt(),
                ordered.adults(),
                ordered.children(),
                ordered.quantity(),
                ordered.unitCents(),
                ordered.totalCents(),
                ordered.vatBp());
    }
}
