package fr.halle.order.service;

import fr.halle.order.service.BalanceStarted.State;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.service.Payments;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Balances are paid by their bill's link (C07, T01): what is asked for is what of it is still wanted. However often the link is
 * opened and the button pressed, there is one open payment, and once one was accepted there is none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BalancePayments {

    private static final int TOKEN_MOST = 100;
    private static final Duration PAGE_LIFE = Duration.ofMinutes(30);

    private static final String OFFER =
            "select h.bill_id, o.portal_id, o.order_no, o.token as order_token, h.due_on, o.language,"
                    + " exists (select from payment p where p.balance_id = h.bill_id and p.state in ('INITIATED', 'REDIRECTED', 'UNKNOWN')) as paying"
                    + " from balance_due h join customer_order o on o.id = h.order_id where h.token_hash = ?";

    private static final String ITEMS =
            "select l.kind, l.name, l.seller, coalesce(l.starts_on, m.service_date) as starts_on, coalesce(l.ends_on, m.service_date) as ends_on,"
                    + " l.total_cents, b.amount_cents, b.state, m.state = 'CANCELLED' as cancelled"
                    + " from balance_due b join merchant_order m on m.id = b.merchant_order_id join order_line l on l.id = b.line_id"
                    + " where b.bill_id = ? order by m.position, l.line_no";

    private static final String OPEN = "select id, amount_cents from payment where balance_id = ?"
            + " and state in ('INITIATED', 'REDIRECTED', 'UNKNOWN', 'AUTHORISED') and return_key is null order by id desc limit 1";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @EJB
    private Payments payments;

    @Inject
    private Bills bills;

    /** A payment that is not over. */
    private record Open(long id, long cents) {}

    /** @throws BalanceUnknown when no balance has this token */
    public BalanceOffer byToken(String token) {
        if (token.isBlank() || token.length() > TOKEN_MOST) {
            throw new BalanceUnknown();
        }
        return sql.one(OFFER, this::offer, (Object) Secrets.sha256(token)).orElseThrow(BalanceUnknown::new);
    }

    private BalanceOffer offer(Row row) throws SQLException {
        long bill = row.number("bill_id");
        return new BalanceOffer(
                bill,
                row.number("portal_id"),
                OrderNumbers.format(row.number("order_no")),
                row.text("order_token"),
                row.date("due_on"),
                row.text("language"),
                row.flag("paying"),
                sql.list(ITEMS, BalanceOffer.Item::of, bill));
    }

    /**
     * Asks the provider for a page on which the balance is paid, or gives the one that is open.
     *
     * @param returnBase scheme, host and port the customer came by
     * @throws BalanceUnknown when no balance has this token
     */
    public BalanceStarted start(String token, String returnBase) {
        BalanceOffer offer = byToken(token);
        // What we believe to be open may have ended: asked first, so that a refused page can be followed by another.
        openPayment(offer.id()).ifPresent(open -> payments.refresh(open.id()));
        Optional<Long> payment = transactions.inNew(() -> openOrCreate(offer, returnBase));
        payment.ifPresent(payments::refresh);
        return answer(byToken(token), payment);
    }

    private Optional<Open> openPayment(long billId) {
        return sql.one(OPEN, row -> new Open(row.number("id"), row.number("amount_cents")), billId);
    }

    /**
     * The bill is held, so two tabs find one payment; one that was opened before something of it was waived asks for too much, and
     * is followed by another. Empty where nothing is to be paid.
     */
    private Optional<Long> openOrCreate(BalanceOffer offer, String returnBase) {
        long cents = bills.lock(offer.id()).wantedCents();
        if (cents == 0) {
            return Optional.empty();
        }
        return openPayment(offer.id())
                .filter(open -> open.cents() == cents)
                .map(Open::id)
                .or(() -> Optional.of(create(offer, cents, returnBase)));
    }

    private long create(BalanceOffer offer, long cents, String returnBase) {
        long id = ids.next();
        UUID key = UUID.randomUUID();
        Instant now = clock.instant();
        sql.update(
                "insert into payment (id, purpose, portal_id, order_id, balance_id, amount_cents, state, method, idempotency_key,"
                        + " return_url, reference, language, created_at, expires_at)"
                        + " select ?, 'BALANCE', ?, order_id, id, ?, 'INITIATED', 'CARD', ?, ?, ?, ?, ?, ?"
                        + " from balance_due where id = ?",
                id,
                offer.portalId(),
                cents,
                key,
                returnBase + "/payment/return?ref=" + key,
                offer.orderNumber(),
                offer.language(),
                now,
                now.plus(PAGE_LIFE),
                offer.id());
        return id;
    }

    private BalanceStarted answer(BalanceOffer offer, Optional<Long> payment) {
        if (offer.isPaid()) {
            return new BalanceStarted(State.PAID, null);
        }
        if (payment.isEmpty()) {
            return new BalanceStarted(State.CLOSED, null);
        }
        return sql.one(
                        "select state, redirect_url from payment where id = ?",
                        row -> switch (row.constant("state", PaymentState.class)) {
                            case REDIRECTED, UNKNOWN -> {
                                String page = row.textOrNull("redirect_url");
                                yield new BalanceStarted(page == null ? State.UNKNOWN : State.REDIRECTED, page);
                            }
                            case INITIATED, AUTHORISED -> new BalanceStarted(State.UNKNOWN, null);
                            default -> new BalanceStarted(State.FAILED, null);
                        },
                        payment.get())
                .orElseThrow();
    }
}
