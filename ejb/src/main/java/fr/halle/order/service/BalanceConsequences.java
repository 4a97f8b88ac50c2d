package fr.halle.order.service;

import fr.halle.ledger.model.Postings;
import fr.halle.ledger.model.Share;
import fr.halle.ledger.service.Ledger;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.payment.model.FeeSettings;
import fr.halle.payment.model.PaymentPurpose;
import fr.halle.payment.service.PaymentMove;
import fr.halle.payment.service.PaymentRow;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A balance's payment was accepted: the balance is paid, its merchant has a share, the ledger an entry, the customer a mail, all in
 * one transaction. Where the balance is paid already or no longer asked for, the payment goes back whole.
 */
@Service
public class BalanceConsequences {

    private static final String BALANCE =
            "select b.id, b.state, b.amount_cents, b.tax_cents, b.merchant_order_id, b.merchant_id,"
                    + " b.order_id, m.number, m.state = 'CANCELLED' as cancelled, o.order_no, o.portal_id, o.email, o.language"
                    + " from balance_due b join merchant_order m on m.id = b.merchant_order_id"
                    + " join customer_order o on o.id = b.order_id where b.id = ? for no key update of b";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private Ledger ledger;

    @Inject
    private BalanceLifecycle lifecycle;

    @Inject
    private FrozenSettings settings;

    @Inject
    private Notifications notifications;

    private record Balance(
            long id,
            BalanceDueState state,
            long amountCents,
            long taxCents,
            long partId,
            long merchantId,
            long orderId,
            String partNumber,
            boolean cancelled,
            String orderNumber,
            long portalId,
            String email,
            String language) {

        static Balance of(Row row) throws SQLException {
            return new Balance(
                    row.number("id"),
                    row.constant("state", BalanceDueState.class),
                    row.number("amount_cents"),
                    row.number("tax_cents"),
                    row.number("merchant_order_id"),
                    row.number("merchant_id"),
                    row.number("order_id"),
                    row.text("number"),
                    row.flag("cancelled"),
                    OrderNumbers.format(row.number("order_no")),
                    row.number("portal_id"),
                    row.text("email"),
                    row.text("language"));
        }

        boolean isWanted() {
            return state != BalanceDueState.PAID && state != BalanceDueState.WAIVED && !cancelled;
        }
    }

    void moved(@Observes PaymentMove move) {
        PaymentRow payment = move.payment();
        Long balanceId = payment.balanceId();
        if (payment.purpose() != PaymentPurpose.BALANCE || balanceId == null) {
            return;
        }
        switch (move.transition()) {
            case AUTHORISE -> accepted(move, balanceId);
            case VOID -> voided(payment.id(), balanceId);
            default -> {
                // A page that was refused or left changes nothing of what is due.
            }
        }
    }

    private void accepted(PaymentMove move, long balanceId) {
        // Before the balance, as a cancellation does: one of the two comes first, and the other knows of it.
        sql.number(
                "select id from merchant_order where id = (select merchant_order_id from balance_due where id = ?)"
                        + " for no key update",
                balanceId);
        Balance balance = read(balanceId);
        if (!balance.isWanted()) {
            move.goesBack();
            return;
        }
        lifecycle.apply(balanceId, BalanceDueTransition.PAY, Actor.PROVIDER);
        Settings frozen = settings.of(balance.orderId());
        long fee = FeeSettings.tariff(frozen).feesOf(new long[] {balance.amountCents()})[0];
        long paymentId = move.payment().id();
        String payment = Long.toString(paymentId);
        Pipeline pipeline = move.writes();
        pipeline.update(
                "insert into payment_share (id, payment_id, merchant_order_id, merchant_id, gross_cents, fee_cents, tax_cents,"
                        + " fee_at_payout, transfer_key) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                paymentId,
                balance.partId(),
                balance.merchantId(),
                balance.amountCents(),
                fee,
                balance.taxCents(),
                FeeSettings.atPayout(frozen),
                UUID.randomUUID());
        ledger.post(
                pipeline,
                Postings.accepted(
                        balance.orderNumber(),
                        payment,
                        List.of(new Share(balance.merchantId(), balance.amountCents(), fee))));
        ledger.post(
                pipeline,
                Postings.taxCollected(
                        balance.partNumber(),
                        balance.partNumber() + ":" + payment,
                        balance.merchantId(),
                        balance.portalId(),
                        balance.taxCents()));
        tell(balance, NotificationEvent.BALANCE_PAID, "balance-paid:" + balance.id(), balance.id(), Map.of());
    }

    /** One with a share did pay its balance, and every refund of it was told as such. */
    private void voided(long paymentId, long balanceId) {
        if (sql.number("select count(*) from payment_share where payment_id = ?", paymentId) == 0) {
            tellReturned(paymentId, balanceId);
        }
    }

    private void tellReturned(long paymentId, long balanceId) {
        Balance balance = read(balanceId);
        tell(
                balance,
                NotificationEvent.PAYMENT_RETURNED,
                "returned:" + balance.orderNumber() + ":" + paymentId,
                paymentId,
                Map.of("amountCents", Long.toString(balance.amountCents()), "number", balance.orderNumber()));
    }

    private void tell(Balance balance, NotificationEvent event, String key, long subjectId, Map<String, String> data) {
        notifications.queue(new NewNotification(
                balance.portalId(),
                Channel.MAIL,
                event,
                key,
                balance.email(),
                balance.language(),
                balance.orderId(),
                balance.partId(),
                null,
                subjectId,
                balance.merchantId(),
                data));
    }

    private Balance read(long balanceId) {
        return sql.one(BALANCE, Balance::of, balanceId).orElseThrow();
    }
}
