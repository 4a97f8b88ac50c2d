package fr.halle.payment.service;

import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The collection (T05): each merchant's share of a payment « à télécollecter » is transferred to its e-money account, the fee kept
 * at source (M60, M61) unless the payout takes it (K4), and the payment is then « collecté ». What was refunded before is left out. One share that the provider
 * refuses does not hold up the others.
 */
@Service
public class Captures {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private CaptureSteps steps;

    @Inject
    private Providers providers;

    /** Payments to collect whose turn has come, by id; one whose books do not add up waits until they do. */
    public List<Long> due(long afterId, int most) {
        return sql.list("""
                select p.id from payment p
                 where p.state = 'AUTHORISED' and p.id > ? and exists (select 1 from payment_share s where s.payment_id = p.id)
                   and (p.refunded_cents < p.amount_cents or p.amount_cents = 0
                        or exists (select 1 from payment_share s where s.payment_id = p.id and s.transfer_cents > 0))
                   and not exists (select 1 from payment_share s where s.payment_id = p.id and s.transfer_next_at > ?)
                   and not exists (select 1 from payment_share s join order_trouble t on t.part_id = s.merchant_order_id
                        where s.payment_id = p.id and t.cause = 'LEDGER' and t.solved_at is null)
                 order by p.id limit ?""", row -> row.number("id"), afterId, clock.instant(), most);
    }

    /** Payments with a transfer whose answer did not come, and is to be asked for again while its key lives; by id. */
    public List<Long> unanswered(long afterId, int most) {
        return sql.list("""
                select distinct s.payment_id from payment_share s join payment p on p.id = s.payment_id
                 where s.transferred_at is null and s.transfer_next_at <= ? and s.transfer_claimed_at is not null and s.transfer_cents > 0
                   and s.transfer_asked_at > now() - interval '23 hours' and p.state in ('AUTHORISED', 'DISPUTED') and s.payment_id > ?
                 order by s.payment_id limit ?""", row -> row.number("payment_id"), clock.instant(), afterId, most);
    }

    /**
     * Transfers what can be, and ends the payment's collection once all of it has been. Must not be called in a transaction.
     *
     * @throws TransferUnknown when a transfer had no answer for so long that asking again could make it twice: somebody has to look
     */
    public void capture(long paymentId) {
        for (long shareId : sharesOf(paymentId)) {
            collect(paymentId, shareId);
        }
        transactions.inNew(() -> steps.finish(paymentId));
        List<String> forgotten = steps.forgotten(paymentId);
        if (!forgotten.isEmpty()) {
            throw new TransferUnknown(forgotten);
        }
    }

    /** The operator has one share's transfer asked for again now, whatever the age of its key; the payment's other shares are left alone. */
    public void askAgain(long shareId) {
        long paymentId = transactions.inNew(() -> steps.askAgain(shareId));
        collect(paymentId, shareId);
        transactions.inNew(() -> steps.finish(paymentId));
    }

    /**
     * The operator found a transfer at the provider that no answer had told of; or paid the merchant from its own bank where the provider
     * refused it for good. In the caller's transaction, with what it writes of it.
     *
     * @param reference the provider's name of the transfer, or the bank's
     * @throws TransferNotAwaited when the share is neither without an answer nor refused, or is transferred by now
     */
    public void settled(long shareId, String reference) {
        long payment =
                steps.isRefused(shareId) ? steps.paidOutside(shareId, reference) : steps.found(shareId, reference);
        steps.finish(payment);
    }

    /**
     * A disputed payment stays with its merchants: its collection goes on where it stood. In the caller's transaction.
     *
     * @param reference by which the provider has given the money back
     * @throws fr.halle.shared.model.MoveRefused when it is not disputed any more
     */
    public void won(long paymentId, Actor operator, String reference) {
        steps.won(paymentId, operator, reference);
        steps.finish(paymentId);
    }

    private void collect(long paymentId, long shareId) {
        Optional<ShareTransfer> claimed = transactions.inNew(() -> steps.claim(paymentId, shareId));
        claimed.ifPresent(this::transfer);
    }

    private void transfer(ShareTransfer share) {
        PaymentProvider provider = providers.of(share.method());
        ProviderAnswer<String> wallet = provider.ensureWallet(share.merchantId());
        boolean asked = share.askedBefore() || wallet instanceof Success;
        ProviderAnswer<String> answer = wallet.beforeCall(share.askedBefore())
                .then(walletId -> provider.transfer(share.key(), share.to(walletId)));
        transactions.inNew(() -> {
            if (answer instanceof Success<String> success) {
                return steps.transferred(share, success.value());
            }
            if (answer instanceof Refused<String> refused) {
                return steps.refused(share, refused.code() + " " + refused.text());
            }
            return steps.unanswered(share, asked, answer instanceof Unknown<String> unknown ? unknown.cause() : "");
        });
    }

    private List<Long> sharesOf(long paymentId) {
        return sql.list(
                "select id from payment_share where payment_id = ? and transferred_at is null order by merchant_id",
                row -> row.number("id"),
                paymentId);
    }
}
