package fr.halle.order.service;

import fr.halle.ledger.model.Postings;
import fr.halle.ledger.model.Share;
import fr.halle.ledger.service.Ledger;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.payment.model.FeeSettings;
import fr.halle.payment.model.PaymentPurpose;
import fr.halle.payment.service.PaymentMove;
import fr.halle.payment.service.PaymentRow;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A bill's payment was accepted: its balances are paid, each merchant has a share, the ledger an entry, the customer a mail, all in
 * one transaction. Where it is not what is asked for any more, the payment goes back whole.
 */
@Service
public class BalanceConsequences {

    private static final String SHARE =
            "insert into payment_share (id, payment_id, merchant_order_id, merchant_id, gross_cents, fee_cents, tax_cents,"
                    + " fee_at_payout, transfer_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @Inject
    private Sql sql;

    @Inject
    private Bills bills;

    @Inject
    private Ids ids;

    @Inject
    private Ledger ledger;

    @EJB
    private BalanceLifecycle lifecycle;

    @Inject
    private FrozenSettings settings;

    @Inject
    private Notifications notifications;

    void moved(@Observes PaymentMove move) {
        PaymentRow payment = move.payment();
        Long billId = payment.balanceId();
        if (payment.purpose() != PaymentPurpose.BALANCE || billId == null) {
            return;
        }
        switch (move.transition()) {
            case AUTHORISE -> accepted(move, billId);
            case VOID -> voided(payment, billId);
            default -> {
                // A page that was refused or left changes nothing of what is due.
            }
        }
    }

    /** What was paid is exactly what is wanted, or it goes back: a line may have been cancelled while the page was open. */
    private void accepted(PaymentMove move, long billId) {
        Bill bill = bills.lockWithParts(billId);
        List<BilledBalance> wanted = bill.wanted();
        if (wanted.isEmpty() || bill.wantedCents() != move.payment().amountCents()) {
            move.goesBack();
            return;
        }
        wanted.forEach(balance -> lifecycle.apply(balance.id(), BalanceDueTransition.PAY, Actor.PROVIDER));
        share(move, bill.first(), PartBalance.of(wanted));
        notifications.queue(
                bill.letter(NotificationEvent.BALANCE_PAID, "balance-paid:" + billId, billId, wanted, Map.of()));
    }

    /** Each part its share, as with the order (M61, K5). */
    private void share(PaymentMove move, BilledBalance order, List<PartBalance> parts) {
        Settings frozen = settings.of(order.orderId());
        long[] fees = FeeSettings.tariff(frozen)
                .feesOf(parts.stream().mapToLong(PartBalance::grossCents).toArray());
        long paymentId = move.payment().id();
        Pipeline pipeline = move.writes();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < fees.length; i++) {
            PartBalance part = parts.get(i);
            shares.add(new Share(part.merchantId(), part.grossCents(), fees[i]));
            pipeline.update(
                    SHARE,
                    ids.next(),
                    paymentId,
                    part.partId(),
                    part.merchantId(),
                    part.grossCents(),
                    fees[i],
                    part.taxCents(),
                    FeeSettings.atPayout(frozen),
                    UUID.randomUUID());
        }
        ledger.post(pipeline, Postings.accepted(order.orderNumber(), Long.toString(paymentId), shares));
        for (PartBalance part : parts) {
            ledger.post(
                    pipeline,
                    Postings.taxCollected(
                            part.partNumber(),
                            part.partNumber() + ":" + paymentId,
                            part.merchantId(),
                            order.portalId(),
                            part.taxCents()));
        }
    }

    /** One with a share did pay its bill, and every refund of it was told as such. */
    private void voided(PaymentRow payment, long billId) {
        if (sql.number("select count(*) from payment_share where payment_id = ?", payment.id()) == 0) {
            tellReturned(payment, bills.read(billId));
        }
    }

    /** Also what is still to be paid, where only some of it is no longer asked for. */
    private void tellReturned(PaymentRow payment, Bill bill) {
        String number = bill.first().orderNumber();
        Map<String, String> data = new HashMap<>(Map.of(
                "amountCents",
                Long.toString(payment.amountCents()),
                "number",
                number,
                "bill",
                Long.toString(bill.id())));
        if (bill.wantedCents() > 0) {
            data.put("stillCents", Long.toString(bill.wantedCents()));
        }
        notifications.queue(bill.letter(
                NotificationEvent.PAYMENT_RETURNED,
                "returned:" + number + ":" + payment.id(),
                payment.id(),
                bill.all(),
                data));
    }
}
