package fr.halle.payment.service;

import fr.halle.ledger.model.AccountRef;
import fr.halle.ledger.model.FeesOnRefund.Fault;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.AfterCommit;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives money back, of one merchant's share at a time. What is asked is booked at once, in the caller's transaction: the share can
 * never be refunded beyond what it brought. The provider is asked after the commit, as often as it takes, under ids that are
 * stored here (C15, T06).
 */
@Stateless
public class Refunds {

    private static final String LOCK_SHARE = """
            select s.id, s.payment_id, p.state as payment_state, s.merchant_order_id, m.number, s.merchant_id, m.portal_id,
                   s.gross_cents, s.fee_cents, s.tax_cents, s.refunded_cents, s.fee_returned_cents, s.tax_returned_cents,
                   coalesce(s.transfer_claimed_at, s.transferred_at) is not null and s.outside_reference is null as claimed, s.released_at is not null as released,
                   o.settings
              from payment_share s
              join payment p on p.id = s.payment_id
              join merchant_order m on m.id = s.merchant_order_id
              join customer_order o on o.id = m.order_id
             where s.id = ?
               for no key update of s""";

    /** Nobody has asked the provider, and no job will. */
    static final String WAITING = "state = 'REQUESTED' and next_check_at is null and asked_at is null";

    /** Of a refund r: it is for somebody to send it (K7), or to see why it was refused. */
    public static final String BY_HAND =
            "(r.state = 'FAILED' or r.state = 'REQUESTED' and r.next_check_at is null and r.asked_at is null)";

    /** Of a refund r: the cardholder has the money already, because the payment was disputed. */
    public static final String BY_BANK =
            "exists (select from payment p where p.id = r.payment_id and " + Refund.TAKEN_BY_BANK + ")";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Ledger ledger;

    @Inject
    private AfterCommit afterCommit;

    @EJB
    private RefundRunner runner;

    /**
     * Asks for a refund to the customer's card; it leaves after the commit, or when {@link #send} says so (K7).
     *
     * @param amountCents more than zero
     * @param reason a sentence, shown to the merchant and the operator
     * @param lineId the prestation that is refunded, null where it is the share as such
     * @return the refund's id
     * @throws RefundTooLarge when less is left of the share
     */
    public long request(long shareId, long amountCents, String reason, @Nullable Long lineId, Actor actor) {
        RefundedShare share = within(shareId, amountCents);
        return ask(share, amountCents, share.taxReturnedBy(amountCents), reason, lineId, actor);
    }

    /**
     * The same, of one prestation whose tourist tax is known: nothing of another line's tax is touched (K9, M21).
     *
     * @param taxCents within the amount
     */
    public long requestOfLine(long shareId, long amountCents, long taxCents, String reason, long lineId, Actor actor) {
        RefundedShare share = within(shareId, amountCents);
        return ask(share, amountCents, share.taxReturnedOf(taxCents, amountCents), reason, lineId, actor);
    }

    /** The same, of a share as such (K10). */
    public long requestWithTax(long shareId, long amountCents, long taxCents, String reason, Actor actor) {
        RefundedShare share = within(shareId, amountCents);
        return ask(share, amountCents, share.taxReturnedOf(taxCents, amountCents), reason, null, actor);
    }

    private RefundedShare within(long shareId, long amountCents) {
        if (amountCents <= 0) {
            throw new IllegalArgumentException("A refund of " + amountCents + " cents");
        }
        RefundedShare share = lock(shareId);
        if (amountCents > share.leftCents()) {
            throw new RefundTooLarge(share.leftCents());
        }
        return share;
    }

    private long ask(
            RefundedShare share, long amountCents, long tax, String reason, @Nullable Long lineId, Actor actor) {
        long fee = share.feeReturnedBy(amountCents, faultOf(actor));
        long id = write(share, amountCents, fee, tax, reason, lineId, actor);
        book(share, id, amountCents, fee, tax);
        if (!share.waitsToBeSent(actor)) {
            afterCommit.run(() -> runner.advance(id));
        }
        return id;
    }

    /** What was asked for of a part and waits to be sent, in cents (K7). */
    public long waitingOf(long partId) {
        return sql.number(
                "select coalesce(sum(amount_cents), 0) from refund where merchant_order_id = ? and " + WAITING, partId);
    }

    /**
     * Sends what waits of a part; sent twice, it goes once.
     *
     * @return the refunds that were sent
     */
    public List<Long> send(long partId) {
        return sendWaiting("merchant_order_id", partId);
    }

    /** Sends one of them, where it waits. */
    public void sendOne(long refundId) {
        sendWaiting("id", refundId);
    }

    private List<Long> sendWaiting(String column, long id) {
        List<Long> sent = sql.list(
                "update refund set next_check_at = ? where " + column + " = ? and " + WAITING + " returning id",
                row -> row.number("id"),
                clock.instant(),
                id);
        sent.forEach(refund -> afterCommit.run(() -> runner.advance(refund)));
        return sent;
    }

    /** What may still be given back of a share, in cents. */
    public long leftOf(long shareId) {
        return sql.number("select gross_cents - refunded_cents from payment_share where id = ?", shareId);
    }

    /**
     * Payments, shares, merchant, each in the order of their ids: everybody who locks several of them does it in this order. All that paid
     * for the part, since who cancels it asks for one of its shares after the other, and holds the merchant from the first.
     */
    private RefundedShare lock(long shareId) {
        sql.list(
                "select id from payment where id in (select o.payment_id from payment_share s join payment_share o"
                        + " on o.merchant_order_id = s.merchant_order_id where s.id = ?) order by id for no key update",
                row -> row.number("id"),
                shareId);
        sql.list(
                "select id from payment_share where merchant_order_id = (select merchant_order_id from payment_share where id = ?)"
                        + " order by id for no key update",
                row -> row.number("id"),
                shareId);
        RefundedShare share = sql.one(LOCK_SHARE, RefundedShare::of, shareId)
                .orElseThrow(() -> new IllegalArgumentException("No share " + shareId));
        sql.number("select id from merchant where id = ? for no key update", share.merchantId());
        return share;
    }

    private long write(
            RefundedShare share, long cents, long fee, long tax, String reason, @Nullable Long lineId, Actor actor) {
        long id = ids.next();
        sql.update(
                "insert into refund (id, payment_id, share_id, merchant_order_id, merchant_id, amount_cents,"
                        + " fee_returned_cents, tax_cents, reason, state, line_id, transfer_key, payin_key, before_transfer,"
                        + " requested_by, requested_at, next_check_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'REQUESTED', ?::bigint, ?, ?, ?, ?, ?, ?::timestamptz)",
                id,
                share.paymentId(),
                share.id(),
                share.partId(),
                share.merchantId(),
                cents,
                fee,
                tax,
                reason,
                lineId,
                UUID.randomUUID(),
                UUID.randomUUID(),
                !share.claimed(),
                actor.name(),
                clock.instant(),
                share.waitsToBeSent(actor) ? null : clock.instant());
        sql.update(
                "update payment_share set refunded_cents = refunded_cents + ?, fee_returned_cents = fee_returned_cents + ?,"
                        + " tax_returned_cents = tax_returned_cents + ? where id = ?",
                cents,
                fee,
                tax,
                share.id());
        sql.update("update payment set refunded_cents = refunded_cents + ? where id = ?", cents, share.paymentId());
        return id;
    }

    /** What comes back to the merchant is booked first, so that it pays its part of the refund and no debt is made of it. */
    private void book(RefundedShare share, long refundId, long cents, long fee, long tax) {
        String refund = Long.toString(refundId);
        long merchant = share.merchantId();
        ledger.post(Postings.feeReturned(share.part(), refund, merchant, fee, share.released()));
        ledger.post(Postings.taxReturned(share.part(), refund, merchant, share.portalId(), tax, share.released()));
        long available = -ledger.balance(AccountRef.available(merchant));
        ledger.post(
                Postings.refundAsked(share.part(), refund, merchant, cents, share.pendingCents(fee, tax), available));
    }

    /** The merchant sells alone and answers for it (M71); the operator acts for it (K18). What the system undoes is the platform's. */
    private static Fault faultOf(Actor actor) {
        return switch (actor.kind()) {
            case CUSTOMER -> Fault.CUSTOMER;
            case MERCHANT, OPERATOR, CLOCK -> Fault.MERCHANT;
            case PROVIDER, SYSTEM -> Fault.PLATFORM;
        };
    }
}
