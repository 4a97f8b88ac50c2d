package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.CheckoutForm;
import fr.halle.checkout.service.CheckoutStarted;
import fr.halle.checkout.service.Checkouts;
import fr.halle.checkout.service.Drafts;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer does with a quote: reads it, declines it, or accepts and pays it (C24–C26). Accepting and beginning to pay are one
 * press and one transaction (K23): the acceptance is written with what is claimed, or neither is.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QuoteAnswers {

    private static final int TOKEN_MOST = 100;
    private static final int REASON_MOST = 400;

    private static final String OFFERED =
            "select q.id, q.request_id, q.state, q.valid_until, q.frozen, q.accepted_at, q.picked, r.token as conversation,"
                    + " o.order_no, o.token as order_token, exists (select from checkout k where k.cart_id = q.cart_id and k.state = 'PENDING') as paying"
                    + " from quote q join sales_request r on r.id = q.request_id left join customer_order o on o.id = q.order_id"
                    + " where q.token_hash = ? and q.portal_id = ? and q.frozen is not null";

    private static final String ANSWER =
            "update quote set accepted_at = ?, accepted_from = ?, picked = ?, agreed_cents = ?, cart_id = ? where id = ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private Drafts drafts;

    @Inject
    private Checkouts checkouts;

    @Inject
    private QuoteLifecycle lifecycle;

    @Inject
    private QuoteHolds holds;

    @Inject
    private RequestHistory history;

    @Inject
    private Event<QuoteAnswered> answered;

    /**
     * What its customer says, pressing the button.
     *
     * @param key names the press: the same key and words are answered as the first time
     * @param picked the options and alternatives that are taken
     */
    public record Acceptance(String key, Set<Long> picked, CheckoutForm form) {}

    /** @throws QuoteUnknown when no quote that was sent has this token here */
    public OfferedQuote byToken(long portalId, String token) {
        if (token.isBlank() || token.length() > TOKEN_MOST) {
            throw new QuoteUnknown();
        }
        LocalDate today = clock.today();
        return sql.one(OFFERED, row -> offered(row, today), Secrets.sha256(token), portalId)
                .orElseThrow(QuoteUnknown::new);
    }

    /** Of a quote whose payment its customer comes back from. @throws QuoteUnknown when there is none */
    public String tokenOf(long quoteId) {
        return sql.one("select token from quote where id = ?", row -> row.text("token"), quoteId)
                .orElseThrow(QuoteUnknown::new);
    }

    /** The first time somebody looks is written into the history: the desk sees that it was read. */
    public void opened(OfferedQuote quote) {
        transactions.inNew(() -> {
            int first = sql.update(
                    "update quote set opened_at = ? where id = ? and opened_at is null", clock.instant(), quote.id());
            if (first == 1) {
                history.write(quote.requestId(), customer(quote), RequestAct.QUOTE_OPENED, no(quote));
            }
            return first;
        });
    }

    /**
     * Accepts the quote and begins to pay what it asks; accepted already, begins to pay. Pressed twice, it is one payment.
     *
     * @param returnBase scheme, host and port the customer came by
     * @throws QuoteUnknown as {@link #byToken}
     * @throws QuoteClosed when it can no longer be accepted
     * @throws QuoteOrdered when it is an order already
     * @throws fr.halle.sales.model.PickRefused when the options and alternatives do not go together
     * @throws fr.halle.checkout.service.CheckoutRefused with what is wrong with the details, or whose terms were not accepted
     * @throws fr.halle.checkout.service.CapacityShort when a place was sold meanwhile: nothing is accepted and nothing charged
     */
    public CheckoutStarted accept(long portalId, String token, Acceptance answer, String returnBase) {
        OfferedQuote quote = byToken(portalId, token);
        check(quote);
        FrozenQuote frozen = quote.quote();
        List<OrderDraft.Part> parts = new AgreedParts(frozen, clock.today()).of(answer.picked());
        OrderDraft draft = drafts.ofQuote(portalId, quote.id(), parts, answer.form(), frozen.language());
        UUID cart = cartOf(token);
        return checkouts.start(
                cart, answer.key(), draft, returnBase, PaymentMethod.CARD, () -> agree(quote, cart, answer, draft));
    }

    /**
     * @param reason in the customer's words, may be empty
     * @throws QuoteUnknown as {@link #byToken}
     * @throws fr.halle.shared.model.MoveRefused when it is accepted or over
     */
    public void decline(long portalId, String token, String reason) {
        OfferedQuote quote = byToken(portalId, token);
        String said = MessageWriting.clean(reason);
        String kept = said.length() > REASON_MOST ? said.substring(0, REASON_MOST) : said;
        transactions.inNew(() -> {
            hold(quote.requestId());
            lifecycle.apply(quote.id(), QuoteTransition.DECLINE, customer(quote), kept);
            history.write(quote.requestId(), customer(quote), RequestAct.QUOTE_DECLINED, no(quote));
            answered.fire(new QuoteAnswered(quote.requestId(), quote.id(), no(quote), false, kept));
            return quote;
        });
    }

    private static void check(OfferedQuote quote) {
        OfferedQuote.Order order = quote.order();
        if (order != null) {
            throw new QuoteOrdered(order.number());
        }
        if (!quote.isPayable()) {
            throw new QuoteClosed(quote.state());
        }
    }

    /** In the checkout's transaction: what is agreed, with its evidence; the places it held are claimed by the checkout next. */
    private void agree(OfferedQuote quote, UUID cart, Acceptance answer, OrderDraft draft) {
        hold(quote.requestId());
        QuoteState state = sql.one(
                        "select state from quote where id = ? and order_id is null",
                        row -> row.constant("state", QuoteState.class),
                        quote.id())
                .orElseThrow(() -> new QuoteOrdered(""));
        if (state != QuoteState.SENT && state != QuoteState.ACCEPTED) {
            throw new QuoteClosed(state);
        }
        Instant now = clock.instant();
        openCart(quote.id(), cart, now);
        sql.update(
                ANSWER,
                now,
                answer.form().address(),
                answer.picked().toArray(Long[]::new),
                draft.totalCents(),
                cart,
                quote.id());
        if (state == QuoteState.SENT) {
            lifecycle.apply(quote.id(), QuoteTransition.ACCEPT, customer(quote), "");
            history.write(quote.requestId(), customer(quote), RequestAct.QUOTE_ACCEPTED, no(quote));
            answered.fire(new QuoteAnswered(quote.requestId(), quote.id(), no(quote), true, ""));
        }
        lockPlaces(quote.id(), cart, draft);
        holds.giveBack(quote.id());
    }

    /** Whoever accepts a payment holds the cart and waits for the quote: we hold the quote, and do not wait. */
    private void openCart(long quoteId, UUID cart, Instant now) {
        sql.update(
                "insert into cart (id, portal_id, language, created_at, touched_at) select ?, portal_id, language, ?, ? from quote where id = ?"
                        + " on conflict do nothing",
                cart,
                now,
                now,
                quoteId);
        boolean free = sql.one(
                        "select id from cart where id = ? for no key update skip locked", row -> row.uuid("id"), cart)
                .isPresent();
        if (!free) {
            throw new QuoteOrdered("");
        }
    }

    /** What is given back and what is claimed next, in one order, so that nobody waits for us while we wait for him. */
    private void lockPlaces(long quoteId, UUID cart, OrderDraft draft) {
        Long[] claimed = draft.parts().stream()
                .flatMap(part -> part.lines().stream())
                .flatMap(line -> line.claims().stream())
                .map(OrderDraft.Claim::capacityId)
                .distinct()
                .toArray(Long[]::new);
        sql.list(
                "select id from capacity where id = any(?) or id in (select c.capacity_id from quote_claim c join quote_line l on l.id = c.line_id"
                        + " where l.quote_id = ? and not c.returned) or id in (select c.capacity_id from capacity_claim c join checkout k on k.id = c.checkout_id"
                        + " where k.cart_id = ? and not c.returned) order by id for no key update",
                row -> row.number("id"),
                claimed,
                quoteId,
                cart);
    }

    private void hold(long requestId) {
        sql.list(
                "select id from quote where request_id = ? order by id for no key update",
                row -> row.number("id"),
                requestId);
    }

    /** The key that all payments of a quote hang on: the same however many tabs press, and no easier to guess than its link. */
    private static UUID cartOf(String token) {
        return UUID.nameUUIDFromBytes(Secrets.sha256("cart of quote " + token));
    }

    private static Actor customer(OfferedQuote quote) {
        return Actor.customer(quote.requestId(), quote.quote().customer().fullName());
    }

    private static String no(OfferedQuote quote) {
        return Integer.toString(quote.quote().no());
    }

    private static OfferedQuote offered(Row row, LocalDate today) throws SQLException {
        FrozenQuote frozen = Json.read(row.text("frozen"), FrozenQuote.class);
        Long orderNo = row.numberOrNull("order_no");
        QuoteState state = row.constant("state", QuoteState.class);
        boolean paying = row.flag("paying");
        boolean living = orderNo == null && (state == QuoteState.SENT || state == QuoteState.ACCEPTED);
        boolean over = living && !paying && row.date("valid_until").isBefore(today);
        return new OfferedQuote(
                row.number("id"),
                row.number("request_id"),
                frozen,
                over ? QuoteState.EXPIRED : state,
                row.instantOrNull("accepted_at") == null ? frozen.usual() : new HashSet<>(row.numbers("picked")),
                paying,
                order(orderNo, row.textOrNull("order_token")),
                row.text("conversation"));
    }

    private static OfferedQuote.@Nullable Order order(@Nullable Long orderNo, @Nullable String token) {
        return orderNo == null
                ? null
                : new OfferedQuote.Order(OrderNumbers.format(orderNo), Objects.requireNonNull(token));
    }
}
