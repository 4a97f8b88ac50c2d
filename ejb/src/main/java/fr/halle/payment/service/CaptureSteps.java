package fr.halle.payment.service;

import fr.halle.ledger.model.JournalEntry;
import fr.halle.ledger.model.Postings;
import fr.halle.ledger.service.Ledger;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.PaymentTransition;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is written before and after each transfer; every method is called in a transaction of its own, {@link #found} and {@link #paidOutside} in the one of who
 * did so. */
@Service
class CaptureSteps {

    /**
     * Once claimed, a share is transferred as it was then: later refunds take the money back from the merchant. One that was refused
     * waits unclaimed, and so does whatever was paid together with a part whose books do not add up.
     */
    private static final String CLAIM = """
            update payment_share set transfer_claimed_at = ?, transfer_cents = gross_cents - refunded_cents,
                   transfer_fee_cents = case when fee_at_payout then 0
                       else greatest(0, least(fee_cents - fee_returned_cents, gross_cents - refunded_cents - 1)) end,
                   fee_unkept_cents = case when fee_at_payout then 0
                       else fee_cents - fee_returned_cents - greatest(0, least(fee_cents - fee_returned_cents, gross_cents - refunded_cents - 1)) end,
                   transfer_asked_at = null
             where id = ? and transfer_claimed_at is null and transferred_at is null
               and coalesce(transfer_next_at, '-infinity') <= ?
               and not exists (select 1 from payment_share x join order_trouble t on t.part_id = x.merchant_order_id
                    where x.payment_id = payment_share.payment_id and t.cause = 'LEDGER' and t.solved_at is null)""";

    /** A claim whose turn has come, and whose key the provider has not forgotten. */
    private static final String START = """
            update payment_share set transfer_next_at = ?, transfer_asked_at = coalesce(transfer_asked_at, now())
             where id = ? and transferred_at is null and transfer_cents > 0 and coalesce(transfer_next_at, '-infinity') <= ?
               and (transfer_asked_at is null or transfer_asked_at > now() - interval '23 hours')""";

    /** What the merchant was paid: the share less fees, tourist tax and refunds. */
    private static final String PAID_OUTSIDE = """
            update payment_share s set transferred_at = ?, released_at = ?, transfer_next_at = null, transfer_error = null, outside_reference = ?,
                   outside_cents = greatest(0, s.gross_cents - s.fee_cents - s.tax_cents - s.refunded_cents + s.fee_returned_cents + s.tax_returned_cents)
              from merchant_order m
             where s.id = ? and m.id = s.merchant_order_id and s.released_at is null
            returning s.id, s.merchant_id, m.number, s.outside_cents""";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private PaymentLifecycle payments;

    @Inject
    private Ledger ledger;

    /** Empty: the share has nothing left, or somebody is at it. Of a disputed payment only what was asked for already is followed. */
    Optional<ShareTransfer> claim(long paymentId, long shareId) {
        PaymentState state = lock(paymentId);
        Instant now = clock.instant();
        if (state == PaymentState.AUTHORISED) {
            sql.update(CLAIM, now, shareId, now);
        } else if (state != PaymentState.DISPUTED) {
            return Optional.empty();
        }
        boolean started = sql.update(START, now.plus(Patience.LEASE), shareId, now) == 1;
        return started ? sql.one(ShareTransfer.SELECT, ShareTransfer::of, shareId) : Optional.empty();
    }

    /** @return the share */
    long transferred(ShareTransfer share, String transferId) {
        sql.update(
                "update payment_share set transfer_id = ?, transferred_at = ?, transfer_next_at = null, transfer_error = null"
                        + " where id = ? and transferred_at is null",
                transferId,
                clock.instant(),
                share.shareId());
        return share.shareId();
    }

    /** Nothing was moved: the claim is given back, and what is asked back meanwhile is again the card's alone. */
    long refused(ShareTransfer share, String why) {
        lock(share.paymentId());
        int given = sql.update(
                "update payment_share set transfer_claimed_at = null, transfer_cents = null, transfer_fee_cents = null, transfer_asked_at = null,"
                        + " transfer_key = ?, transfer_attempts = ?, transfer_error = ?, transfer_next_at = ?"
                        + " where id = ? and transferred_at is null and transfer_key = ?",
                UUID.randomUUID(),
                share.attempts() + 1,
                why,
                Patience.afterRefusal(clock.instant(), share.attempts() + 1),
                share.shareId(),
                share.key());
        if (given == 1) {
            sql.update(
                    "update refund set before_transfer = true where share_id = ? and not before_transfer and state = 'REQUESTED'",
                    share.shareId());
        }
        return share.shareId();
    }

    /** Only this share: whoever has it asked again looked at the provider for this one, and for none of its siblings. @return its payment */
    long askAgain(long shareId) {
        sql.update(
                "update payment_share set transfer_next_at = ?, transfer_asked_at = now() where id = ? and transferred_at is null",
                clock.instant(),
                shareId);
        return paymentOf(shareId);
    }

    /**
     * @return the payment that the share is of
     * @throws TransferNotAwaited when nothing is written: the job would transfer it once more
     */
    long found(long shareId, String transferId) {
        long payment = paymentOf(shareId);
        lock(payment);
        int written = sql.update(
                "update payment_share set transfer_id = ?, transferred_at = ?, transfer_next_at = null, transfer_error = null"
                        + " where id = ? and transferred_at is null and transfer_claimed_at is not null",
                transferId,
                clock.instant(),
                shareId);
        if (written == 0) {
            throw new TransferNotAwaited();
        }
        return payment;
    }

    /** Whether the provider refused the share's transfer as often as somebody is asked to look, and is not being asked now. */
    boolean isRefused(long shareId) {
        return sql.number(
                        "select count(*) from payment_share where id = ? and transferred_at is null and transfer_claimed_at is null"
                                + " and transfer_error is not null and transfer_attempts >= "
                                + Patience.VISIBLE_FAILURES,
                        shareId)
                > 0;
    }

    /**
     * Nothing of the share is left to be transferred, released or paid out.
     *
     * @return the payment that the share is of
     * @throws TransferNotAwaited when the provider is being asked, or the payment is not to be collected any more
     */
    long paidOutside(long shareId, String reference) {
        long payment = paymentOf(shareId);
        if (lock(payment) != PaymentState.AUTHORISED || !isRefused(shareId)) {
            throw new TransferNotAwaited();
        }
        Instant now = clock.instant();
        ledger.post(sql.one(PAID_OUTSIDE, CaptureSteps::booked, now, now, reference, shareId)
                .orElseThrow(TransferNotAwaited::new));
        return payment;
    }

    private static List<JournalEntry> booked(Row row) throws SQLException {
        return Postings.sharePaidOutside(
                row.text("number"),
                Long.toString(row.number("id")),
                row.number("merchant_id"),
                row.number("outside_cents"));
    }

    /** @param asked false where the way to the transfer broke off before it: what is refused next time refuses it */
    long unanswered(ShareTransfer share, boolean asked, String why) {
        sql.update(
                "update payment_share set transfer_asked_at = case when ? then transfer_asked_at end,"
                        + " transfer_attempts = ?, transfer_error = ?, transfer_next_at = ?"
                        + " where id = ? and transferred_at is null",
                asked,
                share.attempts() + 1,
                why,
                Patience.afterNoAnswer(clock.instant(), share.attempts() + 1),
                share.shareId());
        return share.shareId();
    }

    /** Parts whose transfer was asked for, and of whose key the provider knows nothing any more. */
    List<String> forgotten(long paymentId) {
        return sql.list(
                "select m.number from payment_share s join merchant_order m on m.id = s.merchant_order_id where s.payment_id = ?"
                        + " and s.transferred_at is null and s.transfer_asked_at <= now() - interval '23 hours' order by m.number",
                row -> row.text("number"),
                paymentId);
    }

    /** Nobody follows a transfer of a disputed payment that was never asked for: what is refunded then need not wait for it. */
    void giveBackUnasked(long paymentId) {
        sql.update(
                "update refund r set before_transfer = true from payment_share s where s.payment_id = ? and r.share_id = s.id"
                        + " and s.transfer_claimed_at is not null and s.transferred_at is null and s.transfer_asked_at is null"
                        + " and not r.before_transfer and r.state = 'REQUESTED'",
                paymentId);
        sql.update(
                "update payment_share set transfer_claimed_at = null, transfer_cents = null, transfer_fee_cents = null"
                        + " where payment_id = ? and transfer_claimed_at is not null and transferred_at is null and transfer_asked_at is null",
                paymentId);
    }

    void won(long paymentId, Actor operator, String reference) {
        boolean collected =
                sql.number("select count(*) from payment where id = ? and captured_at is not null", paymentId) > 0;
        payments.apply(
                paymentId, collected ? PaymentTransition.WIN_DISPUTE : PaymentTransition.RESUME, operator, reference);
    }

    /** @return whether the payment is collected now */
    boolean finish(long paymentId) {
        if (lock(paymentId) != PaymentState.AUTHORISED) {
            return false;
        }
        boolean done = sql.one(
                        "select bool_and(transferred_at is not null or coalesce(transfer_cents = 0, false)) as all_done, sum(gross_cents) = 0 as free,"
                                + " coalesce(sum(transfer_cents), 0) > 0 or bool_or(outside_reference is not null) as any_moved from payment_share where payment_id = ?",
                        row -> row.flag("all_done") && (row.flag("free") || row.flag("any_moved")),
                        paymentId)
                .orElse(false);
        if (done) {
            payments.apply(paymentId, PaymentTransition.CAPTURE, Actor.CLOCK, "");
        }
        return done;
    }

    private long paymentOf(long shareId) {
        return sql.number("select payment_id from payment_share where id = ?", shareId);
    }

    private PaymentState lock(long paymentId) {
        return sql.one(
                        "select state from payment where id = ? for no key update",
                        row -> row.constant("state", PaymentState.class),
                        paymentId)
                .orElseThrow(() -> new IllegalArgumentException("No payment " + paymentId));
    }
}
