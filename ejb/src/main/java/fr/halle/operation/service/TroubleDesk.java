package fr.halle.operation.service;

import fr.halle.identity.service.Audit;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.MerchantMails;
import fr.halle.notification.service.Resends;
import fr.halle.operation.service.TroubleCause.WayOut;
import fr.halle.operation.service.Troubles.Solution;
import fr.halle.payment.service.Captures;
import fr.halle.payment.service.MoneyOutside;
import fr.halle.payment.service.Payments;
import fr.halle.payment.service.ProviderPayout;
import fr.halle.payment.service.RefundSaga;
import fr.halle.payout.service.Payouts;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's hands on what stands in Erreur (O16): has the real thing done again, or takes the way out that its cause has. Nothing
 * is paid or sent twice: each call keeps its key, and of two who press at once one is told so. Both are in the audit.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TroubleDesk {

    /** How long a second press waits for the first one's answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_REASON = 500;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private TroubleList list;

    @Inject
    private Troubles troubles;

    @Inject
    private PartsInError parts;

    @Inject
    private RefundSaga refunds;

    @EJB
    private Payments payments;

    @Inject
    private Captures captures;

    @Inject
    private Payouts payouts;

    @EJB
    private MoneyOutside outside;

    @EJB
    private Resends resends;

    @Inject
    private MerchantMails mails;

    @Inject
    private Audit audit;

    /**
     * Does the thing again.
     *
     * @param portal the operator's only one, null for all
     * @return whether that solved it
     * @throws TroubleUnknown when it is solved already, or another portal's
     * @throws ReplayUnderWay when somebody did so a moment ago
     */
    public boolean replay(Actor operator, @Nullable Long portal, long id) {
        Trouble trouble = claim(operator, portal, id, "error_replayed", "");
        again(operator, portal, trouble);
        return transactions.inNew(
                () -> !troubles.lookAfter(trouble.cause(), trouble.subjectId(), Solution.REPLAYED, operator.name()));
    }

    /**
     * What the provider would not do was done by another way.
     *
     * @param cents what it came to when the operator saw it, and did it
     * @param reference the proof: of the bank's transfer, or of the provider's own page
     * @throws WayOutRefused when one of them is missing, it comes to another amount by now, or its cause has another way out
     * @throws fr.halle.shared.model.MoveRefused when the thing has moved on meanwhile
     * @throws fr.halle.payout.service.PayoutNotAwaited when it is a payout that is known by now, or being asked about
     * @throws fr.halle.payment.service.TransferNotAwaited when it is a transfer that is neither refused nor without an answer any more
     */
    public void settle(Actor operator, @Nullable Long portal, long id, long cents, String reference, String reason) {
        String proof = checked("reference", reference, LONGEST_REFERENCE);
        String why = checked("reason", reason, LONGEST_REASON);
        Trouble trouble = list.one(portal, id).orElseThrow(TroubleUnknown::new);
        if (trouble.cause().wayOut() != WayOut.OUTSIDE) {
            throw new WayOutRefused("way");
        }
        // A dispute of which nothing is left to be decided cannot be won any more; what is only told of is never found.
        long gone = trouble.cause() == TroubleCause.PAYMENT_DISPUTED ? 0 : cents;
        long now = transactions.inNew(
                () -> troubles.cents(trouble.cause(), trouble.subjectId()).orElse(gone));
        if (now != cents) {
            transactions.inNew(() -> troubles.look(trouble.cause(), trouble.subjectId(), trouble.message()));
            throw new WayOutRefused("amount");
        }
        Runnable done = wayOut(operator, trouble, proof);
        transactions.inNew(() -> settled(operator, trouble, proof, why, done));
    }

    /**
     * The merchant's address was wrong: the right one is kept, and everything that did not reach it goes there. The old one is told, for
     * whoever reads it still: an IBAN that is changed is told at the address of the merchant.
     *
     * @throws WayOutRefused when it is no address, or the trouble is no merchant's mail
     */
    public void correctAddress(Actor operator, @Nullable Long portal, long id, String address) {
        String email = address.strip();
        Trouble trouble = list.one(portal, id).orElseThrow(TroubleUnknown::new);
        Long merchant = trouble.merchantId();
        if (trouble.cause().wayOut() != WayOut.ADDRESS || merchant == null) {
            throw new WayOutRefused("way");
        }
        if (!MailAddress.isOne(email)) {
            throw new WayOutRefused("address");
        }
        claim(operator, portal, id, "mail_corrected", "");
        List<Long> waiting = transactions.inNew(() -> readdressed(operator, merchant, email));
        for (long message : waiting) {
            resends.one(operator, portal, message);
            transactions.inNew(() -> troubles.lookAfter(
                    TroubleCause.MERCHANT_MAIL, message, Solution.ADDRESS_CORRECTED, operator.name()));
        }
    }

    private void again(Actor operator, @Nullable Long portal, Trouble trouble) {
        long subject = trouble.subjectId();
        switch (trouble.cause()) {
            case REFUND_REFUSED, REFUND_SILENT -> refunds.askAgain(subject);
            case PAYMENT_WITHOUT_ORDER -> {
                outside.findOrderOrGiveBack(subject);
                payments.refresh(subject);
            }
            case PAYMENT_AMOUNT -> payments.refresh(subject);
            case TRANSFER_STUCK -> captures.askAgain(subject);
            case PAYOUT_SILENT -> payouts.askAgain(subject);
            case MERCHANT_MAIL -> resends.one(operator, portal, subject);
            case OTHER ->
                transactions.inNew(() -> {
                    parts.resume(subject, operator);
                    return subject;
                });
            case LEDGER, PAYMENT_DISPUTED -> {
                // The books are looked at again, which follows for every cause.
            }
        }
    }

    /** What is to be written down of it, in a transaction; a payout is asked about before. */
    private Runnable wayOut(Actor operator, Trouble trouble, String reference) {
        long subject = trouble.subjectId();
        return switch (trouble.cause()) {
            case REFUND_REFUSED, REFUND_SILENT -> () -> outside.refunded(subject, operator, reference);
            case PAYMENT_WITHOUT_ORDER -> () -> outside.givenBack(subject, operator, reference);
            case PAYMENT_DISPUTED -> () -> captures.won(subject, operator, reference);
            case TRANSFER_STUCK -> () -> captures.settled(subject, reference);
            case PAYOUT_SILENT -> {
                ProviderPayout told =
                        payouts.named(subject, reference).orElseThrow(() -> new WayOutRefused("reference", "payout"));
                yield () -> payouts.found(subject, told);
            }
            case PAYMENT_AMOUNT, MERCHANT_MAIL, LEDGER, OTHER -> () -> outside.leftAlone(subject);
        };
    }

    private long settled(Actor operator, Trouble trouble, String reference, String reason, Runnable done) {
        write(operator, trouble, "error_settled", reference + " · " + reason);
        done.run();
        troubles.solve(trouble.cause(), trouble.subjectId(), Solution.SETTLED, operator.name());
        return sql.update(
                "update order_trouble set solved_by = ?, solution = ?, reference = ?, reason = ? where id = ?",
                operator.name(),
                Solution.SETTLED,
                reference,
                reason,
                trouble.id());
    }

    private List<Long> readdressed(Actor operator, long merchant, String email) {
        if (sql.number("select count(*) from merchant where id = ? and email <> ?", merchant, email) > 0) {
            mails.tell(NotificationEvent.MERCHANT_ADDRESS_CHANGED, merchant, Map.of("by", operator.name()));
        }
        sql.update("update merchant set email = ?, version = version + 1 where id = ?", email, merchant);
        return sql.list(
                "update notification n set recipient = ? from order_trouble t where t.cause = 'MERCHANT_MAIL' and t.solved_at is null"
                        + " and t.merchant_id = ? and n.id = t.subject_id and n.state = 'DEAD' returning n.id",
                row -> row.number("id"),
                email,
                merchant);
    }

    /** Of two presses at once one finds the other's. */
    private Trouble claim(Actor operator, @Nullable Long portal, long id, String action, String detail) {
        Trouble trouble = list.one(portal, id).orElseThrow(TroubleUnknown::new);
        transactions.inNew(() -> {
            int mine = sql.update(
                    "update order_trouble set replayed_at = ? where id = ? and solved_at is null and (replayed_at is null or replayed_at < ?)",
                    clock.instant(),
                    id,
                    clock.instant().minus(PATIENCE));
            if (mine == 0) {
                throw new ReplayUnderWay();
            }
            write(operator, trouble, action, detail);
            return mine;
        });
        return trouble;
    }

    private void write(Actor operator, Trouble trouble, String action, String detail) {
        String about = trouble.part().isEmpty() ? money(trouble) : trouble.part();
        String what = trouble.cause() + (detail.isEmpty() ? "" : ": " + detail);
        Long merchant = trouble.merchantId();
        if (merchant == null) {
            audit.writeAt(operator, trouble.portalId(), action, about, what);
        } else {
            audit.writeOnBehalf(operator, merchant, action, about, what);
        }
    }

    private String money(Trouble trouble) {
        return trouble.cause() == TroubleCause.PAYOUT_SILENT
                ? "payout " + payouts.reference(trouble.subjectId())
                : "payment " + trouble.subjectId();
    }

    private static String checked(String field, String text, int longest) {
        String kept = text.strip();
        if (kept.isEmpty() || kept.length() > longest) {
            throw new WayOutRefused(field);
        }
        return kept;
    }
}
